import type { City } from '@hotline-atlas/city';
import { type LocalDate, shift } from '@hotline-atlas/model';
import { remember } from './remember.ts';

/** A month, `2024-01`. */
export type Month = string;

/** One day of the city's calendar. */
export interface Day {
  date: LocalDate;
  /** 0 is Monday. */
  weekday: number;
  holiday: boolean;
  /** When the day begins, in seconds since 1970 UTC. */
  begins: number;
}

/** Whole days since 1970. */
export const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** All months from one up to, not including, another. */
export function monthsOf(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let day = `${from}-01`; day < `${to}-01`; day = shift(day, 'month', 1)) months.push(day.slice(0, 7));
  return months;
}

const clockOfZone = remember(
  (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }),
);

/** When a local day begins, in seconds since 1970 UTC. */
export function beginningOf(date: LocalDate, timeZone: string): number {
  const guess = Date.parse(`${date}T00:00:00Z`);
  const parts = clockOfZone(timeZone).formatToParts(guess);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(offset) ?? [];
  const seconds = (Number(hours) * 60 + Number(minutes)) * 60;
  return guess / 1000 - (sign === '-' ? -seconds : seconds);
}

/** The days from one up to, not including, another. */
export function daysOf(city: City, from: LocalDate, to: LocalDate): Day[] {
  const days: Day[] = [];
  for (let date = from; date < to; date = shift(date, 'day', 1)) {
    const off = city.holidays.some((span) => !span.working && span.from <= date && date < span.to);
    days.push({
      date,
      weekday: (dayNumber(date) + 3) % 7,
      holiday: off,
      begins: beginningOf(date, city.time_zone),
    });
  }
  return days;
}

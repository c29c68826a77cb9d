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

/** The first day that is no longer in a history: given itself, or as its month. */
export const endOf = (to: Month | LocalDate): LocalDate => (to.length === 7 ? `${to}-01` : to);

/** Whole days since 1970. */
export const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** All months from one up to, not including, another; of the last one there may be some days only. */
export function monthsOf(from: Month, to: Month | LocalDate): Month[] {
  const months: Month[] = [];
  for (let day = `${from}-01`; day < endOf(to); day = shift(day, 'month', 1)) months.push(day.slice(0, 7));
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

/**
 * When days begin, the first of which is a week's first: where the clocks are the same at both ends of a
 * week, they are in between, which spares asking for every day.
 */
function beginningsOfWeek(week: readonly LocalDate[], timeZone: string): number[] {
  const first = week[0] ?? '';
  const begins = beginningOf(first, timeZone);
  const next = shift(first, 'day', 7);
  if (beginningOf(next, timeZone) !== begins + 7 * 86_400)
    return week.map((date) => beginningOf(date, timeZone));
  return week.map((_, at) => begins + at * 86_400);
}

/** The days from one up to, not including, another. */
export function daysOf(city: City, from: LocalDate, to: LocalDate): Day[] {
  const dates: LocalDate[] = [];
  for (let date = from; date < to; date = shift(date, 'day', 1)) dates.push(date);
  const weeks = Array.from({ length: Math.ceil(dates.length / 7) }, (_, at) =>
    dates.slice(7 * at, 7 * at + 7),
  );
  const begins = weeks.flatMap((week) => beginningsOfWeek(week, city.time_zone));
  const spans = city.holidays.filter(({ working }) => !working);
  return dates.map((date, at) => ({
    date,
    weekday: (dayNumber(date) + 3) % 7,
    holiday: spans.some((span) => span.from <= date && date < span.to),
    begins: begins[at] ?? beginningOf(date, city.time_zone),
  }));
}

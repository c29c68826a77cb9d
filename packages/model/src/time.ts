import { UTCDate } from '@date-fns/utc';
import {
  addDays,
  addMonths,
  addQuarters,
  addWeeks,
  addYears,
  differenceInDays,
  startOfISOWeek,
  startOfMonth,
  startOfQuarter,
  startOfYear,
} from 'date-fns';
import type { Grain } from './dimensions.ts';

/** A day in the city's own calendar, `2024-01-31`. Ranges are half-open: `to` is the first day not in it. */
export type LocalDate = string;
export interface Period {
  from: LocalDate;
  to: LocalDate;
}

const date = (day: LocalDate) => new UTCDate(`${day}T00:00:00Z`);
const text = (moment: Date): LocalDate => moment.toISOString().slice(0, 10);

/** Whether the text is an existing day between 1900 and 2200. */
export function isLocalDate(value: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const moment = date(value);
  return !Number.isNaN(moment.getTime()) && text(moment) === value;
}

const floors: Record<Exclude<Grain, 'hour' | 'day'>, (moment: UTCDate) => Date> = {
  week: startOfISOWeek,
  month: startOfMonth,
  quarter: startOfQuarter,
  year: startOfYear,
};

const steps: Record<Exclude<Grain, 'hour'>, (moment: UTCDate, amount: number) => Date> = {
  day: addDays,
  week: addWeeks,
  month: addMonths,
  quarter: addQuarters,
  year: addYears,
};

/** The first day of the bucket a day falls in; weeks begin on Monday. */
export const floorTo = (day: LocalDate, grain: Grain): LocalDate =>
  grain === 'hour' || grain === 'day' ? day : text(floors[grain](date(day)));

/** A day moved by a number of grains; the 31st becomes the last day of a shorter month. */
export const shift = (day: LocalDate, grain: Exclude<Grain, 'hour'>, amount: number): LocalDate =>
  text(steps[grain](date(day), amount));

/** The end of a range moved like {@link shift}; where that cuts a month's end short, no day of the range is lost. */
export function shiftEnd(end: LocalDate, grain: Exclude<Grain, 'hour'>, amount: number): LocalDate {
  const moved = shift(end, grain, amount);
  const cut =
    (grain === 'month' || grain === 'quarter' || grain === 'year') && moved.slice(8) !== end.slice(8);
  return cut ? shift(moved, 'day', 1) : moved;
}

/** Whole days from one day to another. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => differenceInDays(date(to), date(from));

/** Whether a day begins a bucket of the grain. */
export const startsBucket = (day: LocalDate, grain: Grain): boolean => floorTo(day, grain) === day;

/** The first day after the bucket that begins on a day. */
export const bucketEnd = (start: LocalDate, grain: Grain): LocalDate =>
  shift(start, grain === 'hour' ? 'day' : grain, 1);

/** Beginnings of every bucket that overlaps a period, in order: `2024-01-01`, or `2024-01-01 13:00:00` for hours. */
export function buckets({ from, to }: Period, grain: Grain): string[] {
  const starts: string[] = [];
  for (let start = floorTo(from, grain); start < to; start = bucketEnd(start, grain)) starts.push(start);
  if (grain !== 'hour') return starts;
  return starts.flatMap((day) =>
    Array.from({ length: 24 }, (_, hour) => `${day} ${String(hour).padStart(2, '0')}:00:00`),
  );
}

/** The period of equal standing right before: whole months before whole months, else as many days. */
export function previousPeriod({ from, to }: Period): Period {
  if (startsBucket(from, 'month') && startsBucket(to, 'month')) {
    const months = monthsBetween(from, to);
    return { from: shift(from, 'month', -months), to: from };
  }
  return { from: shift(from, 'day', -daysBetween(from, to)), to: from };
}

/** The same period one year earlier. */
export const yearBefore = ({ from, to }: Period): Period => ({
  from: shift(from, 'year', -1),
  to: shiftEnd(to, 'year', -1),
});

/** Calendar months from the month of one day to the month of another. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  const [a, b] = [date(from), date(to)];
  return (b.getFullYear() - a.getFullYear()) * 12 + b.getMonth() - a.getMonth();
}

import type { Grain } from './dimensions.ts';

/** A day in the city's own calendar, `2024-01-31`. Ranges are half-open: `to` is the first day not in it. */
export type LocalDate = string;
export interface Period {
  from: LocalDate;
  to: LocalDate;
}

const millisecondsOfDay = 86_400_000;
const text = (moment: Date): LocalDate => moment.toISOString().slice(0, 10);
const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));
const monthOf = (day: LocalDate): number => Number(day.slice(5, 7));
const padded = (value: number): string => String(value).padStart(2, '0');

/**
 * Whether the text is an existing day from 1971 to 2105: what the database's days and times can hold, weeks
 * included.
 */
export function isLocalDate(value: string): boolean {
  if (value < '1971' || !/^(19[7-9]\d|20\d\d|210[0-5])-\d\d-\d\d$/.test(value)) return false;
  const moment = new Date(value);
  return !Number.isNaN(moment.getTime()) && text(moment) === value;
}

const daysSinceMonday = (day: LocalDate): number => (new Date(day).getUTCDay() + 6) % 7;

const floors: Record<Grain, (day: LocalDate) => LocalDate> = {
  hour: (day) => day,
  day: (day) => day,
  week: (day) => addDays(day, -daysSinceMonday(day)),
  month: (day) => `${day.slice(0, 7)}-01`,
  quarter: (day) => `${day.slice(0, 4)}-${padded(monthOf(day) - ((monthOf(day) - 1) % 3))}-01`,
  year: (day) => `${day.slice(0, 4)}-01-01`,
};

const addDays = (day: LocalDate, amount: number): LocalDate =>
  text(new Date(Date.parse(day) + amount * millisecondsOfDay));

function addMonths(day: LocalDate, amount: number): LocalDate {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + amount;
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${padded(month)}-${padded(Math.min(Number(day.slice(8)), lastDay))}`;
}

/** The first day of the bucket a day falls in; weeks begin on Monday. */
export const floorTo = (day: LocalDate, grain: Grain): LocalDate => floors[grain](day);

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/** A day moved by a number of grains; the 31st becomes the last day of a shorter month. */
export function shift(day: LocalDate, grain: Exclude<Grain, 'hour'>, amount: number): LocalDate {
  if (grain === 'day' || grain === 'week') return addDays(day, grain === 'week' ? 7 * amount : amount);
  return addMonths(day, monthsIn[grain] * amount);
}

/**
 * The end of a range moved like {@link shift}; where that cuts a month's end short, no day of the range is
 * lost.
 */
export function shiftEnd(end: LocalDate, grain: Exclude<Grain, 'hour'>, amount: number): LocalDate {
  const moved = shift(end, grain, amount);
  const cut =
    (grain === 'month' || grain === 'quarter' || grain === 'year') && moved.slice(8) !== end.slice(8);
  return cut ? shift(moved, 'day', 1) : moved;
}

/** Whole days from one day to another. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (Date.parse(to) - Date.parse(from)) / millisecondsOfDay;

/** Whether a day begins a bucket of the grain. */
export const startsBucket = (day: LocalDate, grain: Grain): boolean => floorTo(day, grain) === day;

/** The first day after the bucket that begins on a day. */
export const bucketEnd = (start: LocalDate, grain: Grain): LocalDate =>
  shift(start, grain === 'hour' ? 'day' : grain, 1);

/**
 * Beginnings of every bucket that overlaps a period, in order; none where the period has no day:
 * `2024-01-01`, or `2024-01-01 13:00:00` for hours.
 */
export function buckets({ from, to }: Period, grain: Grain): string[] {
  const starts: string[] = [];
  if (from >= to) return starts;
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
export const monthsBetween = (from: LocalDate, to: LocalDate): number =>
  (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);

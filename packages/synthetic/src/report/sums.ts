import type { Calibration } from '../calibration.ts';
import type { Made, MadeSums } from './made.ts';

type Figure = Exclude<keyof MadeSums, 'month' | 'topic'>;
/** Which sums are meant. */
export type Wanted = (sums: MadeSums) => boolean;

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
/** Those of a year. */
export const inYear =
  (year: string | number): Wanted =>
  ({ month }) =>
    month.startsWith(`${year}-`);
/** Those from a month up to, not including, another. */
export const between =
  (from: string, to: string): Wanted =>
  ({ month }) =>
    month >= from && month < to;

/** Sums over what was made, and whether a span is in it whole. */
export function questionsOf(made: Made) {
  const months = new Set(made.sums.map(({ month }) => month));
  const sum = (figure: Figure, wanted: Wanted): number =>
    made.sums.filter(wanted).reduce((all, each) => all + Number(each[figure]), 0);
  return {
    sum,
    share: (part: Figure, whole: Figure, wanted: Wanted): number =>
      (100 * sum(part, wanted)) / sum(whole, wanted),
    covers: (from: string, to: string): boolean =>
      [...months].filter((month) => month >= from && month < to).length ===
      monthNumber(to) - monthNumber(from),
    coversYear: (year: string | number): boolean =>
      [...months].filter((month) => month.startsWith(`${year}-`)).length === 12,
  };
}

/**
 * How many real appeals one made appeal stands for: published years over the same years as made, in millions.
 */
export function scaleOf(made: Made, { published }: Calibration): number {
  const { sum, coversYear } = questionsOf(made);
  const years = Object.keys(published.received).filter(coversYear);
  const real = years.reduce((all, year) => all + (published.received[year]?.millions ?? 0), 0);
  const madeAppeals = years.reduce((all, year) => all + sum('appeals', inYear(year)), 0);
  return madeAppeals > 0 ? real / madeAppeals : 0;
}

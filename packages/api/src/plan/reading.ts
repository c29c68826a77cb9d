import {
  isOfAll,
  isOfYear,
  monthOfGeneration,
  yearOfGeneration,
  yearOfMonth,
} from '@hotline-atlas/clickhouse';
import { type LocalDate, overlap, type Period, startsBucket } from '@hotline-atlas/model';
import type { History } from './history.ts';

export { earlier, later, overlap } from '@hotline-atlas/model';

/** Which part of the data one side of a question reads. */
export interface Reading {
  /** Generations whose months, or years, overlap the period: all that is asked, where whole ones are. */
  generations: number[];
  /** Days that remain to be checked, where the period begins or ends within a month. */
  days: Period | null;
  /** Spans that remain to be left out day by day, because they begin or end within a month. */
  without: Period[];
}

/** No day at all. */
export const nothing: Reading = { generations: [], days: null, without: [] };

/** The first day of a month counted from January 1900. */
const firstDayOfMonth = (month: number): LocalDate =>
  `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** The month, or year, whose appeals a generation holds. */
export const daysOf = (generation: number): Period => {
  if (isOfYear(generation)) {
    const year = yearOfGeneration(generation);
    return { from: `${year}-01-01`, to: `${year + 1}-01-01` };
  }
  const month = monthOfGeneration(generation);
  return { from: firstDayOfMonth(month), to: firstDayOfMonth(month + 1) };
};

/** Whether a period lies wholly in one of some spans. */
export const isWithin = ({ from, to }: Period, spans: readonly Period[]): boolean =>
  spans.some((span) => from >= span.from && to <= span.to);

/** Whether whole months say the same as the days of the period: its ends begin months or lie beyond the data. */
const isWholeMonths = ({ from, to }: Period, { span }: History): boolean =>
  (startsBucket(from, 'month') || from <= span.from) && (startsBucket(to, 'month') || to >= span.to);

/** What must be read to answer for a period without some spans. */
export function readingOf(period: Period, without: readonly Period[], history: History): Reading {
  const days = overlap(period, history.span);
  if (!days) return nothing;
  const inTheWay = without.filter((span) => overlap(span, days));
  return {
    generations: history.publication.generations.filter((generation) => {
      const month = daysOf(generation);
      return overlap(month, days) && !isWithin(month, inTheWay);
    }),
    days: isWholeMonths(period, history) ? null : days,
    without: inTheWay.filter((span) => !isWholeMonths(span, history)),
  };
}

/** A part that is read by its days, as its whole months, and the months of which some days are wanted. */
export function wholeAndRest(
  { generations, days, without }: Reading,
  { span }: History,
): { whole: Reading; rest: Reading } {
  const isWhole = (generation: number) => {
    const month = overlap(daysOf(generation), span) ?? daysOf(generation);
    return (!days || isWithin(month, [days])) && !without.some((span) => overlap(month, span));
  };
  return {
    whole: { generations: generations.filter(isWhole), days: null, without: [] },
    rest: { generations: generations.filter((generation) => !isWhole(generation)), days, without },
  };
}

/** All months that are published as the one generation that sums them up; null where some are not wanted, or they are not summed up. */
export function allTogether({ generations }: Reading, { publication }: History): Reading | null {
  const all = publication.years.find(isOfAll);
  if (all === undefined || generations.length < publication.generations.length) return null;
  return { generations: [all], days: null, without: [] };
}

/** Of whole months, the years that are summed up and all of whose months are among them, and the other months. */
export function yearsAndRest(
  { generations }: Reading,
  { publication }: History,
): { years: Reading; rest: Reading } {
  const wanted = new Set(generations);
  const unwanted = new Set(publication.generations.filter((each) => !wanted.has(each)).map(yearOfMonth));
  const years = publication.years.filter((year) => !isOfAll(year) && !unwanted.has(yearOfGeneration(year)));
  const held = new Set(years.map(yearOfGeneration));
  const rest = generations.filter((generation) => !held.has(yearOfMonth(generation)));
  return {
    years: { generations: years, days: null, without: [] },
    rest: { generations: rest, days: null, without: [] },
  };
}

/** Whether the days of the appeals have to be looked at, not only their months. */
export const needsDays = ({ days, without }: Reading): boolean => days !== null || without.length > 0;

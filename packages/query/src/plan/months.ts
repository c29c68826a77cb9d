import {
  isOfAll,
  isOfYear,
  monthOfGeneration,
  yearOfGeneration,
  yearOfMonth,
} from '@hotline-atlas/clickhouse';
import {
  daysIn,
  difference,
  intersection,
  isWithin,
  type LocalDate,
  overlap,
  type Period,
  united,
} from '@hotline-atlas/model';
import type { History } from './history.ts';

/** The months, or years, that one side of a question reads, and of which days. */
export interface Months {
  /**
   * Generations whose months, or years, hold days that are wanted: all that is asked, where whole ones are.
   */
  generations: number[];
  /** The days that are wanted, where some of a month are not. */
  days: Period[] | null;
}

/** No day at all. */
export const nothing: Months = { generations: [], days: null };

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

/** The days of a history on which there are appeals. */
const daysWithAppeals = ({ span, coverage }: History): Period[] => difference([span], coverage.gaps);

/** Whether all, some, or none of a month's days with appeals are wanted. */
function wantedOf(
  month: Period,
  wanted: readonly Period[],
  known: readonly Period[],
): 'all' | 'some' | 'none' {
  if (isWithin(month, wanted)) return known.some((span) => overlap(span, month)) ? 'all' : 'none';
  if (!wanted.some((span) => overlap(span, month))) return 'none';
  const own = intersection([month], known);
  const missing = difference(own, wanted);
  if (missing.length === 0) return own.length > 0 ? 'all' : 'none';
  return daysIn(missing) < daysIn(own) ? 'some' : 'none';
}

/** What must be read of some days, in order. */
export function monthsOfDays(days: readonly Period[], history: History): Months {
  const known = daysWithAppeals(history);
  const { generations } = history.publication;
  const found = generations.map((generation) => wantedOf(daysOf(generation), days, known));
  return {
    generations: generations.filter((_, at) => found[at] !== 'none'),
    days: found.includes('some') ? intersection(days, [history.span]) : null,
  };
}

/** What must be read to answer for a period without some spans. */
export const monthsOf = (period: Period, without: readonly Period[], history: History): Months =>
  monthsOfDays(difference([period], united(without)), history);

/** Splits months that are read by days: the whole ones, and those of which only some days are wanted. */
export function wholeAndRest(
  { generations, days }: Months,
  history: History,
): { whole: Months; rest: Months } {
  const known = daysWithAppeals(history);
  const isWhole = (generation: number) => !days || wantedOf(daysOf(generation), days, known) === 'all';
  const partial = generations.filter((generation) => !isWhole(generation));
  const months = united(partial.map(daysOf));
  const [first, last] = [months[0], months.at(-1)];
  const within = first && last ? [{ from: first.from, to: last.to }] : [];
  return {
    whole: { generations: generations.filter(isWhole), days: null },
    rest: { generations: partial, days: days && intersection(days, within) },
  };
}

/**
 * All months that are published as the one generation that sums them up; null where some are not wanted, or
 * they are not summed up.
 */
export function allTogether({ generations }: Months, { publication }: History): Months | null {
  const all = publication.years.find(isOfAll);
  if (all === undefined || generations.length < publication.generations.length) return null;
  return { generations: [all], days: null };
}

/**
 * Of whole months, the years that are summed up and all of whose months are among them, and the other months.
 */
export function yearsAndRest(
  { generations }: Months,
  { publication }: History,
): { years: Months; rest: Months } {
  const wanted = new Set(generations);
  const unwanted = new Set(publication.generations.filter((each) => !wanted.has(each)).map(yearOfMonth));
  const years = publication.years.filter((year) => !isOfAll(year) && !unwanted.has(yearOfGeneration(year)));
  const held = new Set(years.map(yearOfGeneration));
  const rest = generations.filter((generation) => !held.has(yearOfMonth(generation)));
  return {
    years: { generations: years, days: null },
    rest: { generations: rest, days: null },
  };
}

/** Whether the days of the appeals have to be looked at, not only their months. */
export const needsDays = ({ days }: Months): boolean => days !== null;

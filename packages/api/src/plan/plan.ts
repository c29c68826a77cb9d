import type { City } from '@hotline-atlas/city';
import {
  type Grain,
  isGrain,
  metricOf,
  type Period,
  type Query,
  type Scope,
  type Selection,
} from '@hotline-atlas/model';
import { type Comparison, comparisonOf, movesYears } from './comparison.ts';
import type { History } from './history.ts';
import { type Needs, needsOf, withMonths } from './needs.ts';
import { type Piece, piecesOf } from './piece.ts';
import { isWithin, nothing, overlap, readingOf } from './reading.ts';
import { nobody, type Residents, residentsOf } from './residents.ts';
import type { Table } from './table.ts';
import { type TimeAxis, timeAxisOf } from './time-axis.ts';

/** The part of a city pack that questions are planned with. */
export type PlannedCity = Pick<City, 'areas' | 'regimes'>;

/** How a question will be answered. */
export interface Plan {
  query: Query;
  scope: Scope;
  period: Period;
  /** What is read for the period, and for the one compared with. */
  now: Piece[];
  comparison: Comparison | null;
  before: Piece[] | null;
  /** Whether there is anything to compare with at all. */
  comparable: boolean;
  time: TimeAxis | null;
  residents: Residents;
}

/** The days a selection asks for: by default all that have data. */
export const periodOf = ({ from, to }: Selection, { span }: History): Period => ({
  from: from ?? (to === undefined || span.from < to ? span.from : to),
  to: to ?? (from === undefined || span.to > from ? span.to : from),
});

/** The spans of the regimes a selection leaves out. */
export const withoutOf = ({ withoutRegimes }: Selection, { regimes }: Pick<City, 'regimes'>): Period[] =>
  regimes.filter(({ name }) => withoutRegimes.includes(name)).map(({ from, to }) => ({ from, to }));

/** Nothing, read beside what is read anyhow. */
const besides = (pieces: readonly Piece[]): Piece[] =>
  pieces.slice(0, 1).map(({ table }) => ({ table, reading: nothing }));

const asksForResidents = ({ metrics }: Query): boolean =>
  metrics.some((metric) => metricOf(metric).kind === 'per_residents');

/**
 * Decides what is read to answer a question, and how. Pure.
 * @param scope who asks; part of every statement that comes of it
 */
export function planQuery(
  query: Query,
  scope: Scope,
  history: History,
  city: PlannedCity,
  tables: readonly Table[],
): Plan {
  const period = periodOf(query, history);
  const without = withoutOf(query, city);
  const grain: Grain | null = query.by.find(isGrain) ?? null;
  const comparison = query.compare ? comparisonOf(query.compare, period, grain) : null;
  const needs = needsOf(query, scope.districts !== null);
  const read = (days: Period, what: Needs) =>
    piecesOf(tables, what, readingOf(days, without, history), history);
  const needsBefore = comparison && grain && !movesYears(comparison) ? withMonths(needs) : needs;
  const compared = comparison && overlap(comparison.counted, history.span);
  const now = read(period, needs);
  return {
    query,
    scope,
    period,
    now,
    comparison,
    before: comparison && (compared ? read(comparison.counted, needsBefore) : besides(now)),
    comparable: compared !== null && !isWithin(compared, without),
    time: grain && timeAxisOf(grain, period, without, comparison, history),
    residents: asksForResidents(query) ? residentsOf(query, city, scope) : nobody,
  };
}

/** Names of the tables a plan reads, each once. */
export const sourcesOf = ({ now, before }: Plan): string[] => [
  ...new Set([...now, ...(before ?? [])].map(({ table }) => table.name)),
];

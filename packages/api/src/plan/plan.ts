import type { City } from '@hotline-atlas/city';
import {
  type Grain,
  isGrain,
  type Period,
  type Query,
  type Scope,
  type Selection,
} from '@hotline-atlas/model';
import { type Comparison, comparisonOf } from './comparison.ts';
import type { History } from './history.ts';
import { answers, type Needs, needsOf } from './needs.ts';
import { isWithin, needsDays, overlap, type Reading, readingOf } from './reading.ts';
import { type Residents, residentsOf } from './residents.ts';
import { appealTable, type Table } from './table.ts';
import { type TimeAxis, timeAxisOf } from './time-axis.ts';

/** The part of a city pack that questions are planned with. */
export type PlannedCity = Pick<City, 'areas' | 'regimes'>;

/** How a question will be answered. */
export interface Plan {
  query: Query;
  scope: Scope;
  table: Table;
  period: Period;
  now: Reading;
  comparison: Comparison | null;
  before: Reading | null;
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

/** Rows of a table that would have to be looked at; null where it holds nothing of the data. */
function weightOf(table: Table, readings: readonly Reading[], { publication }: History): number | null {
  const rows = publication.rows[table.name];
  if (!rows) return null;
  const wanted = new Set(readings.flatMap(({ generations }) => generations));
  return publication.generations.reduce(
    (sum, generation, index) => sum + (wanted.has(generation) ? (rows[index] ?? 0) : 0),
    0,
  );
}

/** The smallest table that can answer. */
export function chooseTable(
  tables: readonly Table[],
  needs: Needs,
  readings: readonly Reading[],
  history: History,
): Table {
  const able = tables.flatMap((table) => {
    const weight = answers(table, needs) ? weightOf(table, readings, history) : null;
    return weight === null ? [] : [{ table, weight }];
  });
  return able.sort((a, b) => a.weight - b.weight)[0]?.table ?? appealTable;
}

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
  const now = readingOf(period, without, history);
  const before = comparison && readingOf(comparison.counted, without, history);
  const readings = before ? [now, before] : [now];
  const compared = comparison && overlap(comparison.counted, history.span);
  return {
    query,
    scope,
    table: chooseTable(
      tables,
      needsOf(query, scope.districts !== null, readings.some(needsDays)),
      readings,
      history,
    ),
    period,
    now,
    comparison,
    before,
    comparable: compared !== null && !isWithin(compared, without),
    time: grain && timeAxisOf(grain, period, without, comparison, history),
    residents: residentsOf(query, city, scope),
  };
}

import { type DimensionName, dimensionOf, isGrain, type MetricName } from '@hotline-atlas/model';
import { ofGenerations, selectionConditions } from '../compile/conditions.ts';
import { value } from '../compile/dimension.ts';
import { storedPartsOf } from '../compile/parts.ts';
import type { History } from '../plan/history.ts';
import { isSmall } from '../plan/is-small.ts';
import type { Plan } from '../plan/plan.ts';
import { needsDays } from '../plan/reading.ts';
import type { Table } from '../plan/table.ts';
import { all, join, name, type Sql, sql } from '../sql/sql.ts';
import { isOfCounts } from './is-of-counts.ts';

/** What several questions of a screen read together: one table under one condition, counted by month. */
export interface SharedReading {
  table: Table;
  generations: number[];
  /** What it is grouped by besides. */
  by: DimensionName | null;
  metrics: MetricName[];
  plans: Plan[];
}

/** Rows that are quicker to carry than another statement is to understand. */
const mostRows = 600;
/** Values a dimension of few values may have: a guess, by which nothing but the way of reading is chosen. */
const fewValues = 20;

const monthly: readonly DimensionName[] = ['month', 'quarter', 'year'];

const isOfFewValues = (dimension: DimensionName): boolean => {
  const { kind, highCardinality } = dimensionOf(dimension);
  return (kind === 'area' || kind === 'category') && !highCardinality;
};

/** What a plan alone would read as a reading to share; null where its counts do not add up from those of months. */
function readingOf(plan: Plan, history: History): SharedReading | null {
  const { query, now, before } = plan;
  const pieces = [...now, ...(before ?? [])];
  const [first] = pieces;
  if (!first || !isSmall(plan, history) || !isOfCounts(plan)) return null;
  if (pieces.some(({ table, reading }) => table !== first.table || needsDays(reading))) return null;
  if (storedPartsOf(query.metrics).some(({ column }) => column === 'callers')) return null;
  const [by = null, ...more] = query.by.filter((dimension) => !isGrain(dimension));
  if (more.length > 0 || (by && !isOfFewValues(by))) return null;
  if (query.by.some((dimension) => isGrain(dimension) && !monthly.includes(dimension))) return null;
  const generations = [...new Set(pieces.flatMap(({ reading }) => reading.generations))];
  return { table: first.table, generations, by, metrics: query.metrics, plans: [plan] };
}

const united = <Item>(one: readonly Item[], other: readonly Item[]): Item[] => [
  ...new Set([...one, ...other]),
];

const conditionOf = ({ query, scope }: Plan): string =>
  JSON.stringify([query.where.map((clause) => JSON.stringify(clause)).sort(), query.q, scope]);

/** Two readings as one; null where they are of different appeals, or that would take more to carry than it saves. */
function shared(one: SharedReading, other: SharedReading): SharedReading | null {
  const [[some], [others]] = [one.plans, other.plans];
  if (!some || !others || one.table !== other.table || conditionOf(some) !== conditionOf(others)) return null;
  if (one.by && other.by && one.by !== other.by) return null;
  const by = one.by ?? other.by;
  const generations = united(one.generations, other.generations);
  if (generations.length * (by ? fewValues : 1) > mostRows) return null;
  const metrics = united(one.metrics, other.metrics);
  return { table: one.table, generations, by, metrics, plans: [...one.plans, ...other.plans] };
}

/**
 * The readings that questions asked together can share, each of two questions or more: the figures of a screen, the same against
 * another period, their course and their parts are sums of the same months. Pure.
 */
export function shareReadings(plans: readonly Plan[], history: History): SharedReading[] {
  const readings: SharedReading[] = [];
  for (const plan of plans) {
    const own = readingOf(plan, history);
    if (!own) continue;
    const at = readings.findIndex((each) => shared(each, own));
    const both = at < 0 ? null : shared(readings[at] ?? own, own);
    readings.splice(at < 0 ? readings.length : at, at < 0 ? 0 : 1, both ?? own);
  }
  return readings.filter((each) => each.plans.length > 1);
}

/** The bare counts of each month, and of each value of the dimension besides: see `compileFacts` for the columns. */
export function compileShared({ table, generations, by, metrics, plans: [plan] }: SharedReading): Sql {
  const keys = [
    sql`source.generation AS generation`,
    ...(by ? [sql`${value(by, table)} AS ${name(by)}`] : []),
  ];
  const counts = storedPartsOf(metrics).map(
    ({ column, counted }) => sql`${counted(table)} AS ${name(column)}`,
  );
  const conditions = plan ? selectionConditions(plan.query, plan.scope, table) : [];
  return sql`SELECT ${join([...keys, ...counts], ', ')}
FROM ${name(table.name)} AS source
WHERE ${all([ofGenerations(generations, 'shared'), ...conditions])}
GROUP BY ${join(by ? [sql`1`, sql`2`] : [sql`1`], ', ')}`;
}

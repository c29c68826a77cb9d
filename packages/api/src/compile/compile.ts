import { type MetricName, metricOf, mostRows, type Order } from '@hotline-atlas/model';
import type { Plan } from '../plan/plan.ts';
import { bind, join, name, type Sql, sql } from '../sql/sql.ts';
import { inSpans } from './conditions.ts';
import { shown } from './dimension.ts';
import { factsSql } from './facts.ts';
import { metricColumns, quantileFunctions } from './metric.ts';
import { partsOf } from './parts.ts';

/** When a row has nothing to be compared with; null when every row has. */
function incomparable({ time, comparable }: Plan): Sql | null {
  if (!comparable) return sql`true`;
  if (!time || time.incomparable.length === 0) return null;
  return inSpans(sql`toDate(facts.${name(time.grain)})`, 'incomparable', time.incomparable);
}

/** The metric on both sides and its change, in the order of the answer's columns. */
function columnsOfMetric(metric: MetricName, plan: Plan): Sql[] {
  const now = metricColumns(metric, { prefix: '', column: metric, missing: null }, plan.residents);
  if (!plan.before) return now;
  const base = `${metric}_before`;
  const missing = incomparable(plan);
  return [
    ...now,
    ...metricColumns(metric, { prefix: 'before_', column: base, missing }, plan.residents),
    sql`toFloat64(${name(metric)}) - toFloat64(${name(base)}) AS ${name(`${metric}_change`)}`,
  ];
}

const ordered = ({ column, descending }: Order): Sql =>
  descending ? sql`${name(column)} DESC` : sql`${name(column)}`;

/** The order asked for, then the dimensions, so that equal rows always come in the same order. */
function orderOf({ order, by }: Plan['query']): Sql {
  const rest = by.filter((dimension) => !order.some(({ column }) => column === dimension));
  const all = [...order, ...rest.map((column) => ({ column, descending: false }))];
  return all.length > 0 ? sql`\nORDER BY ${join(all.map(ordered), ', ')}` : sql``;
}

/** Whether quantiles are worked out of histograms. */
export const usesQuantiles = (metrics: readonly MetricName[]): boolean =>
  metrics.some((metric) => metricOf(metric).kind === 'closing_time_quantile');

/** Rows an answer may have. */
export const rowLimit = ({ query }: Plan): number => query.limit ?? mostRows;

/**
 * The statement that answers a planned question. Pure; values only ever stand in the parameters.
 * @param rows rows to fetch at the most; one more than shown tells whether there are more
 */
export function compileQuery(plan: Plan, rows = rowLimit(plan)): Sql {
  const { query } = plan;
  const columns = [
    ...query.by.map((dimension) => sql`${shown(dimension)} AS ${name(dimension)}`),
    ...query.metrics.flatMap((metric) => columnsOfMetric(metric, plan)),
  ];
  const helpers = usesQuantiles(query.metrics) ? sql`WITH ${quantileFunctions}\n` : sql``;
  return sql`${helpers}SELECT ${join(columns, ',\n  ')}
FROM (
${factsSql(plan, partsOf(query.metrics))}
) AS facts${orderOf(query)}
LIMIT ${bind('limit', 'UInt32', rows)}`;
}

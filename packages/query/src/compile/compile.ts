import {
  type ComparedSide,
  hasChangeShare,
  type MetricName,
  mostRows,
  needsClosingTimes,
  type Order,
} from '@hotline-atlas/model';
import type { Plan } from '../plan/plan.ts';
import { bind, join, name, type Sql, sql } from '../sql/sql.ts';
import { inSpans } from './conditions.ts';
import { countersOf } from './counters.ts';
import { countsSql } from './counts.ts';
import { shown } from './dimension.ts';
import { countsLess, countsOn, metricColumns, type Place, quantileFunctions } from './metric.ts';

/** When a row's bucket lies in some spans; null where none does, for an answer without time. */
const inBuckets = ({ time }: Plan, which: 'empty' | 'incomparable' | 'unpaired'): Sql | null =>
  time && time[which].length > 0
    ? inSpans(sql`toDate(counts.${name(time.grain)})`, `buckets_${which}`, time[which])
    : null;

/**
 * When a row has no value: of the period, of the one compared with, of the compared days. Null where every
 * row has.
 */
const missingOn = (plan: Plan) => ({
  now: plan.hasDays ? inBuckets(plan, 'empty') : ('always' as const),
  before: plan.comparable ? inBuckets(plan, 'incomparable') : ('always' as const),
  paired: plan.comparison && plan.comparison.days > 0 ? inBuckets(plan, 'unpaired') : ('always' as const),
});

/** What a metric counts on the compared days of a side. */
function pairedPlace(metric: MetricName, side: ComparedSide, plan: Plan, missing: Place['missing']): Place {
  const base = side === 'now' ? metric : `${metric}_before`;
  const by = plan.pairedBy?.[side] ?? 'same';
  const all = side === 'now' ? '' : 'before_';
  return {
    counts:
      by === 'apart'
        ? countsOn(`${all}paired_`, side === 'before' && plan.comparison?.weights != null)
        : by === 'less'
          ? countsLess(all, `${all}unpaired_`)
          : countsOn(all),
    column: side === 'now' ? `${metric}_paired` : `${metric}_before_paired`,
    same: by === 'same' ? base : null,
    missing,
  };
}

const float = (column: string): Sql => sql`toFloat64(${name(column)})`;

/** The metric on both sides, on their compared days, and its change, in the order of the answer's columns. */
function columnsOfMetric(metric: MetricName, plan: Plan): Sql[] {
  const { residents, comparison } = plan;
  const missing = missingOn(plan);
  const columns = (place: Place) => metricColumns(metric, place, residents);
  const now = columns({ counts: countsOn(''), column: metric, same: null, missing: missing.now });
  if (!comparison) return now;
  const before: Place = {
    counts: countsOn('before_'),
    column: `${metric}_before`,
    same: null,
    missing: missing.before,
  };
  const [value, earlier] = [`${metric}_paired`, `${metric}_before_paired`];
  const change = name(`${metric}_change`);
  return [
    ...now,
    ...columns(before),
    ...columns(pairedPlace(metric, 'now', plan, missing.paired)),
    ...columns(pairedPlace(metric, 'before', plan, missing.paired)),
    sql`${float(value)} - ${float(earlier)} AS ${change}`,
    ...(hasChangeShare(metric)
      ? [sql`${change} / nullIf(${float(earlier)}, 0) AS ${name(`${metric}_change_share`)}`]
      : []),
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
export const usesQuantiles = (metrics: readonly MetricName[]): boolean => metrics.some(needsClosingTimes);

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
${countsSql(plan, countersOf(query.metrics, query.due))}
) AS counts${orderOf(query)}
LIMIT ${bind('limit', 'UInt32', rows)}`;
}

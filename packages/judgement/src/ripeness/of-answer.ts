import {
  type AnswerRipeness,
  bucketEnd,
  buckets,
  earlier,
  later,
  type MetricRipeness,
  overlap,
  type Query,
  type RipenessCounts,
} from '@hotline-atlas/model';
import {
  answerRows,
  type Plan,
  type PlannedCity,
  planQuery,
  type Run,
  type Table,
} from '@hotline-atlas/query';
import { countedMetrics, countsOf } from './answer.ts';
import { type Ripening, seriesOf } from './development.ts';
import { readRipening } from './read-development.ts';
import { isProvisional, standingOf, told } from './standing.ts';

/** Buckets of the plan's time axis that are not ripe. */
function provisionalBuckets(
  { time, period }: Plan,
  ripening: Ripening,
  metric: Query['metrics'][number],
): string[] {
  const series = seriesOf[metric];
  if (!time || time.grain === 'hour' || !series) return [];
  const { grain } = time;
  return buckets(period, grain).filter((start) => {
    const days = { from: later(start, period.from), to: earlier(bucketEnd(start, grain), period.to) };
    return isProvisional(ripening, series, days);
  });
}

/** How ripe the metrics of a plan are, by the age of its days. */
function ripenessByAge(plan: Plan, ripening: Ripening, known: Run['history']): MetricRipeness[] {
  const days = overlap(plan.period, { from: known.span.from, to: known.completeTo });
  return plan.query.metrics.flatMap((metric) => {
    const series = seriesOf[metric];
    if (!series || !days) return [];
    const standing = told(standingOf(ripening, series, days));
    const provisional = standing.share === 1 ? [] : provisionalBuckets(plan, ripening, metric);
    return [{ metric, ...standing, provisional }];
  });
}

/** What became of the orders a plan asks about, all together. */
async function readCounts(
  { query, scope }: Plan,
  run: Run,
  city: PlannedCity,
  tables: readonly Table[],
): Promise<RipenessCounts> {
  const { where, withoutRegimes, q, from, to, resolution } = query;
  const selection = { where, withoutRegimes, ...(q && { q }), ...(from && { from }), ...(to && { to }) };
  const asked: Query = { ...selection, metrics: [...countedMetrics], by: [], order: [], resolution };
  const { rows } = await answerRows(planQuery(asked, scope, run.history, city, tables), run);
  return countsOf(rows[0] ?? {});
}

/**
 * How final the rates of an answer are; null where none of its metrics waits for anything. What became of the
 * orders is counted only where not everything is ripe: periods long past cost nothing.
 */
export async function ripenessOfPlan(
  plan: Plan,
  run: Run,
  city: PlannedCity,
  tables: readonly Table[],
): Promise<AnswerRipeness | null> {
  if (!plan.query.metrics.some((metric) => seriesOf[metric])) return null;
  const metrics = ripenessByAge(plan, await readRipening({ ...run, scope: plan.scope }), run.history);
  const isRipe = metrics.every(({ state, provisional }) => state === 'ripe' && provisional.length === 0);
  return { counts: isRipe ? null : await readCounts(plan, run, city, tables), metrics };
}

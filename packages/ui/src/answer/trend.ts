import { type Answer, buckets, type Grain, type MetricName } from '@hotline-atlas/model';
import { grainIn, metricIn } from './columns.ts';
import { provisionalBuckets } from './provisional.ts';
import { type Ranked, rankedOf } from './ranking.ts';
import { textIn } from './row.ts';

export interface TrendPoint extends Ranked {
  incomplete: boolean;
  /** The figure will still move. */
  provisional: boolean;
}

/** A metric over time, every bucket of the period in its place. */
export interface Trend {
  metric: MetricName;
  grain: Grain;
  points: TrendPoint[];
}

/** Joins an answer with the buckets of its period, so that what is missing is a gap and not a line. */
export function trendOf(answer: Answer): Trend {
  const metric = metricIn(answer);
  const grain = grainIn(answer) ?? 'day';
  const rows = new Map(answer.rows.map((row) => [textIn(row, grain), row]));
  const incomplete = new Set(answer.meta.incomplete);
  const provisional = provisionalBuckets(answer, metric);
  const points = buckets(answer.meta.period, grain).map((start) => ({
    ...rankedOf(rows.get(start), start, metric, provisional.has(start)),
    incomplete: incomplete.has(start),
    provisional: provisional.has(start),
  }));
  return { metric, grain, points };
}

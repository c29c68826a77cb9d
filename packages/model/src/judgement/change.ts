import type { DimensionName } from '../dimensions.ts';
import { type MetricName, metricNames, metricOf } from '../metrics.ts';

/**
 * Metrics whose change can be judged: sums and ratios of sums. Times to close are quantiles, callers and
 * repeat appeals are estimates that do not add up, and appeals per resident change exactly as appeals do.
 */
export const changeMetrics: readonly MetricName[] = metricNames.filter((name) => {
  const { kind } = metricOf(name);
  return kind === 'sum' || kind === 'ratio';
});

/** Dimensions whose groups can be judged. A status is no group: appeals leave it as they are handled. */
export const changeGroupings = [
  'district',
  'subdistrict',
  'topic1',
  'topic2',
  'topic3',
  'unit',
  'channel',
  'kind',
  'appellant',
  'urgency',
  'location_quality',
  'excluded_reason',
  'day_of_week',
  'hour_of_day',
] as const satisfies DimensionName[];
export type ChangeGrouping = (typeof changeGroupings)[number];

/** `counts`: a sum; `rate`: a ratio of sums, of which changes are told in points (0.01 is one point). */
export type ChangeKind = 'counts' | 'rate';

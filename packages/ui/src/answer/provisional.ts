import type { Answer, MetricName, MetricRipeness } from '@hotline-atlas/model';

/** How final a metric of an answer is; null where it waits for nothing. */
export const ripenessIn = ({ meta }: Answer, metric: MetricName): MetricRipeness | null =>
  meta.ripeness?.metrics.find((each) => each.metric === metric) ?? null;

/** Whether a metric will still move. */
export const isProvisional = (answer: Answer, metric: MetricName): boolean =>
  ripenessIn(answer, metric)?.state === 'provisional';

/** Buckets of time whose figure will still move. */
export const provisionalBuckets = (answer: Answer, metric: MetricName): ReadonlySet<string> =>
  new Set(ripenessIn(answer, metric)?.provisional);

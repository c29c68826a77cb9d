import type { DimensionName } from '../dimensions.ts';
import type { MetricName } from '../metrics.ts';

/** Shares of which more is better. */
export const rateMetrics = [
  'resolution_rate',
  'satisfaction_rate',
  'response_rate',
  'on_time_rate',
] as const satisfies MetricName[];
export type RateMetric = (typeof rateMetrics)[number];

export const rateGroupings = [
  'unit',
  'district',
  'subdistrict',
  'topic1',
  'topic2',
] as const satisfies DimensionName[];
export type RateGrouping = (typeof rateGroupings)[number];

/** What a group is judged against: the rate of all on the same topics, or the rate of all. */
export const rateExpectations = ['topics', 'mean'] as const;
export type RateExpectation = (typeof rateExpectations)[number];

/** Where a group lies in the funnel, worst first; small: asked too seldom to be judged. */
export const rateClasses = ['far_worse', 'worse', 'inside', 'better', 'far_better', 'small'] as const;
export type RateClass = (typeof rateClasses)[number];

/** Whether the true rate lies off the one expected, whatever the usual spread is. */
export const rateVerdicts = ['lower', 'higher', 'unclear', 'small'] as const;
export type RateVerdict = (typeof rateVerdicts)[number];

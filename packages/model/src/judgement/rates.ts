import type { DimensionName } from '../dimensions.ts';
import type { MetricName } from '../metrics.ts';
import type { Bilingual, JudgementMeta, Method, Notice } from './method.ts';

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

/** Columns of equal length, one entry a group that was asked at all. Shares are 0 to 1. */
export interface RateGroups {
  group: string[];
  numerator: number[];
  denominator: number[];
  rate: number[];
  /** Wilson's interval of 95 %. */
  lower: number[];
  upper: number[];
  /** The rate the group would have if it did as all do on each of its topics; the mean where that is what is asked. */
  expected: number[];
  /** Share of what is expected that rests on the group's own appeals: near 1 where it alone handles its topics. */
  own_part: number[];
  /** The rate at the topics of all: as far off the mean, by the ratio of odds, as the group is off what is expected of it. */
  adjusted: number[];
  /** How many appeals at the mean rate tell as much of it: where the group stands in the funnel. */
  weight: number[];
  /** Empirical Bayes, of the adjusted rate; null where nothing could be judged. */
  shrunken: (number | null)[];
  shrunken_lower: (number | null)[];
  shrunken_upper: (number | null)[];
  /** From 1, the highest shrunken rate first; null for small groups. */
  rank: (number | null)[];
  rank_lower: (number | null)[];
  rank_upper: (number | null)[];
  /** Off what is expected, by chance alone. */
  z_chance: (number | null)[];
  p_chance: (number | null)[];
  q_chance: (number | null)[];
  /** Off what is expected, by chance and the usual spread between groups. */
  z: (number | null)[];
  p: (number | null)[];
  q: (number | null)[];
  verdict: RateVerdict[];
  class: RateClass[];
}

/** Limits of the funnel for adjusted rates at some weights; columns of equal length. */
export interface RateFunnel {
  weight: number[];
  lower_95: number[];
  upper_95: number[];
  lower_998: number[];
  upper_998: number[];
  /** Limits of 95 % by chance alone. */
  chance_lower_95: number[];
  chance_upper_95: number[];
}

/** How much more groups differ than chance explains. */
export interface RateDispersion {
  /** Variance of the scores as a multiple of what chance alone gives. */
  ratio: number;
  /** Standard deviation between groups beyond chance, of angles. */
  between: number;
  /** The same as a share at the mean. */
  spread: number;
  /** Appeals at the mean that every group borrows when its rate is shrunken; null where groups differ by chance only. */
  borrowed: number | null;
}

export interface RatesMeta extends JudgementMeta {
  metric: RateMetric;
  by: RateGrouping;
  expected: RateExpectation;
  /** Denominators below are small. */
  fewest: number;
  alpha: number;
  draws: number;
  seed: number;
}

/** `GET /api/rates`. */
export interface Rates {
  meta: RatesMeta;
  /** All groups together; appeals without a group are counted apart. */
  mean: { numerator: number; denominator: number; rate: number | null };
  without_group: { numerator: number; denominator: number };
  dispersion: RateDispersion | null;
  classes: { name: RateClass; label: Bilingual; rule: Bilingual; groups: number }[];
  groups: RateGroups;
  funnel: RateFunnel | null;
  method: Method;
  /** Rates that can be judged of these appeals, where the one asked for cannot: the notice is `not_asked`. */
  instead: RateMetric[];
  notice: Notice | null;
}

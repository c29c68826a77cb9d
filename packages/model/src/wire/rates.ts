import { z } from 'zod';
import {
  rateClasses,
  rateExpectations,
  rateGroupings,
  rateMetrics,
  rateVerdicts,
} from '../judgement/rates.ts';
import { classWords, judged, judgementMeta } from './judgement.ts';
import { numbers, texts, unknown, unknowns } from './parts.ts';

const counted = z.object({ numerator: z.number().int(), denominator: z.number().int() });

const ratesMeta = judgementMeta.extend({
  metric: z.enum(rateMetrics),
  by: z.enum(rateGroupings),
  expected: z.enum(rateExpectations),
  fewest: z.number().int().meta({ description: 'denominators below are small' }),
  alpha: z.number(),
  draws: z.number().int(),
  seed: z.number().int(),
});

/** How much more groups differ than chance explains. */
const rateDispersion = z.object({
  ratio: z.number().meta({ description: 'variance of the scores, as a multiple of what chance alone gives' }),
  between: z.number().meta({ description: 'standard deviation between groups beyond chance, of angles' }),
  spread: z.number().meta({ description: 'the same as a share at the mean' }),
  /** When its rate is shrunken; null where groups differ by chance only. */
  borrowed: unknown.meta({ description: 'appeals at the mean that every group borrows' }),
});
export type RateDispersion = z.infer<typeof rateDispersion>;

/** Shares are 0 to 1. */
const rateGroups = z.object({
  group: texts,
  numerator: numbers,
  denominator: numbers,
  rate: numbers,
  /** Wilson's interval of 95 %. */
  lower: numbers,
  upper: numbers,
  /**
   * The rate the group would have if it did as all do on each of its topics; the mean where that is asked
   * for.
   */
  expected: numbers,
  /** Near 1 where the group alone handles its topics. */
  own_part: numbers.meta({
    description: "share of what is expected that rests on the group's own appeals",
  }),
  /** As far off the mean, by the ratio of odds, as the group is off what is expected of it. */
  adjusted: numbers.meta({ description: 'the rate at the topics of all' }),
  /** Where the group stands in the funnel. */
  weight: numbers.meta({ description: 'how many appeals at the mean rate tell as much' }),
  /** Empirical Bayes, of the adjusted rate; null where nothing could be judged. */
  shrunken: unknowns,
  shrunken_lower: unknowns,
  shrunken_upper: unknowns,
  /** From 1, the highest shrunken rate first; null for small groups. */
  rank: unknowns,
  rank_lower: unknowns,
  rank_upper: unknowns,
  /** Off what is expected, by chance alone. */
  z_chance: unknowns,
  p_chance: unknowns,
  q_chance: unknowns,
  /** Off what is expected, by chance and the usual spread between groups. */
  z: unknowns,
  p: unknowns,
  q: unknowns,
  verdict: z.array(z.enum(rateVerdicts)).meta({ description: 'against chance alone' }),
  class: z.array(z.enum(rateClasses)).meta({ description: 'against chance and the usual spread' }),
});
export type RateGroups = z.infer<typeof rateGroups>;

/** Limits for adjusted rates, by chance and the usual spread; `chance_…` by chance alone. */
const rateFunnel = z.object({
  weight: numbers,
  lower_95: numbers,
  upper_95: numbers,
  lower_998: numbers,
  upper_998: numbers,
  chance_lower_95: numbers,
  chance_upper_95: numbers,
});
export type RateFunnel = z.infer<typeof rateFunnel>;

/** `GET /api/rates`. */
export const rates = z.object({
  meta: ratesMeta,
  mean: counted.extend({ rate: unknown }).meta({ description: 'all groups together' }),
  without_group: counted.meta({ description: 'appeals that belong to no group' }),
  dispersion: rateDispersion.nullable(),
  classes: z.array(z.object({ name: z.enum(rateClasses), ...classWords, groups: z.number().int() })),
  groups: rateGroups.meta({
    description: 'columns of equal length, one entry a group that was asked at all',
  }),
  funnel: rateFunnel.nullable().meta({ description: 'limits at some weights' }),
  method: judged.method,
  instead: z
    .array(z.enum(rateMetrics))
    .meta({ description: 'rates that can be judged of these appeals, where the one asked for cannot' }),
  notice: judged.notice,
});
export type Rates = z.infer<typeof rates>;

import {
  rateClasses,
  rateExpectations,
  rateGroupings,
  rateMetrics,
  rateVerdicts,
} from '@hotline-atlas/model';
import { z } from 'zod';
import {
  judgementMeta,
  localized,
  method,
  notice,
  numbers,
  texts,
  unknown,
  unknowns,
} from './judgement-parts.ts';

const counted = z.object({ numerator: z.number().int(), denominator: z.number().int() });

/** `GET /api/rates`. */
export const rates = z.object({
  meta: judgementMeta.extend({
    metric: z.enum(rateMetrics),
    by: z.enum(rateGroupings),
    expected: z.enum(rateExpectations),
    fewest: z.number().int().meta({ description: 'denominators below are small' }),
    alpha: z.number(),
    draws: z.number().int(),
    seed: z.number().int(),
  }),
  mean: counted.extend({ rate: unknown }).meta({ description: 'all groups together' }),
  without_group: counted.meta({ description: 'appeals that belong to no group' }),
  dispersion: z
    .object({
      ratio: z
        .number()
        .meta({ description: 'variance of the scores, as a multiple of what chance alone gives' }),
      between: z.number().meta({ description: 'standard deviation between groups beyond chance, of angles' }),
      spread: z.number().meta({ description: 'the same as a share at the mean' }),
      borrowed: unknown.meta({ description: 'appeals at the mean that every group borrows' }),
    })
    .nullable(),
  classes: z.array(
    z.object({ name: z.enum(rateClasses), label: localized, rule: localized, groups: z.number().int() }),
  ),
  groups: z
    .object({
      group: texts,
      numerator: numbers,
      denominator: numbers,
      rate: numbers,
      lower: numbers,
      upper: numbers,
      expected: numbers,
      own_part: numbers.meta({
        description: "share of what is expected that rests on the group's own appeals",
      }),
      adjusted: numbers.meta({ description: 'the rate at the topics of all' }),
      weight: numbers.meta({ description: 'how many appeals at the mean rate tell as much' }),
      shrunken: unknowns,
      shrunken_lower: unknowns,
      shrunken_upper: unknowns,
      rank: unknowns,
      rank_lower: unknowns,
      rank_upper: unknowns,
      z_chance: unknowns,
      p_chance: unknowns,
      q_chance: unknowns,
      z: unknowns,
      p: unknowns,
      q: unknowns,
      verdict: z.array(z.enum(rateVerdicts)).meta({ description: 'against chance alone' }),
      class: z.array(z.enum(rateClasses)).meta({ description: 'against chance and the usual spread' }),
    })
    .meta({ description: 'columns of equal length, one entry a group that was asked at all' }),
  funnel: z
    .object({
      weight: numbers,
      lower_95: numbers,
      upper_95: numbers,
      lower_998: numbers,
      upper_998: numbers,
      chance_lower_95: numbers,
      chance_upper_95: numbers,
    })
    .nullable()
    .meta({ description: 'limits at some weights' }),
  method,
  instead: z
    .array(z.enum(rateMetrics))
    .meta({ description: 'rates that can be judged of these appeals, where the one asked for cannot' }),
  notice: notice.nullable(),
});

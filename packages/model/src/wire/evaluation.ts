import { z } from 'zod';
import { changeMarks } from '../judgement/change-marks.ts';
import { evaluationStandings } from '../judgement/evaluation.ts';
import { evaluationMonthStates } from '../judgement/evaluation-month.ts';
import { localized } from '../localized-schema.ts';
import { enteringDates, movements, rankedDimensions } from '../scheme.ts';
import { figure, monthTold, objectionCounts, sinceFinal } from './evaluation-month.ts';
import { judged, judgementMeta } from './judgement.ts';
import { count, numbers, texts, unknown, unknowns } from './parts.ts';
import { ripenessStanding } from './ripeness.ts';

const month = z.string().meta({ description: 'evaluation month, as 2024-11' });

/** The rules of the month, and when they are valid. */
const schemeTold = z.object({
  name: z.string(),
  label: localized,
  example: z.boolean().meta({ description: "not the city's own rules" }),
  source: z.string(),
  from: month,
  to: month.nullable().meta({ description: 'the month after the last; null while it is valid' }),
  starts_on: count.meta({ description: 'day the month begins on' }),
  enters_by: z.enum(enteringDates).meta({ description: 'date that puts an order into the month' }),
  sign_within: z
    .number()
    .nullable()
    .meta({ description: 'hours from dispatch on within which a unit signs; null: none are given' }),
  exclusions: z.union([z.literal('all'), texts]),
  case_mix: texts,
  decimals: count,
});

const groupTold = z.object({
  name: z.string(),
  label: localized,
  by: z.enum(rankedDimensions),
  called_in: count.meta({ description: 'so many of the last are called in' }),
});

export const evaluationMeta = judgementMeta.extend({
  month,
  scheme: schemeTold,
  tried_weights: z
    .record(z.string(), z.number())
    .nullable()
    .meta({ description: 'points of each indicator that are tried, which are not the rules; null: none' }),
  group: groupTold,
  groups: z
    .array(groupTold.extend({ units: count.nullable().meta({ description: 'how many; null: not known' }) }))
    .meta({ description: 'all groups of the scheme' }),
  provisional: z.boolean().meta({ description: 'some rate of the month is not ripe' }),
  ...monthTold,
  draws: count,
  seed: count,
});

/** Shares are 0 to 1. Columns are of the same length and order as `units`. */
const indicatorTold = z.object({
  name: z.string(),
  label: localized,
  weight: z.number().meta({ description: 'points at the most, as the scheme has it' }),
  measured: z.boolean().meta({ description: 'false: nobody has any, and its weight went to the others' }),
  ripeness: ripenessStanding,
  fewest: count,
  numerator: numbers,
  denominator: numbers,
  rate: unknowns,
  /** Wilson's interval of 95 %. */
  lower: unknowns,
  upper: unknowns,
  /** Empirical Bayes. */
  shrunken: unknowns.meta({
    description: 'the rate drawn towards that of all, the more the smaller the unit',
  }),
  points: unknowns.meta({ description: 'its part of the score; parts add up to the last digit' }),
});
export type EvaluationIndicator = z.infer<typeof indicatorTold>;

const reasonTold = z.object({
  reason: z.string(),
  counts: z.boolean().meta({ description: 'takes an order out of the base by the scheme' }),
  orders: count.meta({ description: 'of units whose details whoever asks may see' }),
  /** Null for units whose details whoever asks may not see. */
  units: unknowns,
});

/** Columns, one entry a unit: the highest score first, then those without one. */
const units = z.object({
  unit: texts,
  standing: z.array(z.enum(evaluationStandings)),
  rank: unknowns,
  rank_first: unknowns.meta({ description: 'the highest rank it may truly have, with 95 %' }),
  rank_last: unknowns,
  score: unknowns,
  score_lower: unknowns,
  score_upper: unknowns,
  told_apart: z.array(z.boolean().nullable()).meta({
    description: 'truly higher than the next; null at the last',
  }),
  told_apart_p: unknowns.meta({ description: 'after Holm over all neighbours' }),
  appeals: numbers,
  orders: numbers,
  excluded: unknowns.meta({
    description:
      'orders out of the base; null by a scheme that names reasons, where whoever asks may not see details',
  }),
  visited: numbers.meta({ description: 'orders of the base that were return-visited' }),
  upheld: unknowns.meta({
    description: 'upheld objections that changed its orders; null where whoever asks may not see details',
  }),
  base: unknowns.meta({ description: 'orders that count, after objections; null as `excluded` is' }),
  base_before: unknowns.meta({ description: 'orders that would count without objections; null as `upheld`' }),
  score_before: unknowns.meta({ description: 'the month before by the scheme of this month' }),
  change: unknowns,
  p: unknowns,
  q: unknowns,
  mark: z.array(z.enum(changeMarks)).meta({ description: 'whether the change is real' }),
  movement: z.array(z.enum(movements).nullable()),
  class: z.array(z.string().nullable()),
  called_in: z.array(z.boolean()),
  called_in_sure: z.array(z.boolean()).meta({ description: 'all ranks it may truly have say the same' }),
  case_mix_score: unknowns.meta({ description: 'with the case mix of all together' }),
  case_mix_rank: unknowns,
  case_mix_own: unknowns.meta({
    description: 'share of what is expected that rests on its own orders; above 0.9 nothing can be said',
  }),
  weights_best: unknowns.meta({ description: 'highest rank with other weights' }),
  weights_worst: unknowns,
  details: z.array(z.boolean()).meta({ description: 'whoever asks may see its details' }),
});
export type EvaluationUnits = z.infer<typeof units>;

/** Parts add up to `change`, to the last digit. */
const parts = { rates: z.number(), mix: z.number(), exclusions: z.number() };

const movedRank = z.object({
  unit: z.string(),
  month_before: month,
  scheme_before: z.string().nullable().meta({ description: 'the scheme valid in the month before' }),
  rank: z.object({
    published: unknown.meta({ description: 'the month before by the scheme valid then' }),
    before: count.meta({ description: 'the month before by the scheme of this month' }),
    after: count,
    change: z.number().meta({ description: 'after less before; below 0: up the table' }),
    scheme: z.number().meta({
      description:
        'from `published` to `before`: other rules; where `scheme_before` is the scheme of this month, what was corrected since the month before was final',
    }),
    ...parts,
    others: z.number(),
  }),
  score: z.object({ before: z.number(), after: z.number(), change: z.number(), ...parts }),
  indicators: z.array(
    z.object({ name: z.string(), before: z.number(), after: z.number(), change: z.number(), ...parts }),
  ),
});
export type MovedRankTold = z.infer<typeof movedRank>;

const monthBefore = z
  .object({
    month,
    state: z.enum(evaluationMonthStates),
    units: z
      .array(z.object({ unit: z.string(), score: figure }))
      .nullable()
      .meta({
        description:
          'units whose score was another when it was made final; null where it is not final, had no such group, or other rules were valid',
      }),
  })
  .meta({
    description:
      'the month before, as it was published: `score_before`, `change`, `mark` and `class` go by its data as it is now',
  });
export type EvaluationMonthBefore = z.infer<typeof monthBefore>;

const classTold = z.object({ name: z.string(), label: localized, units: count });

/** `GET /api/evaluation`. */
export const evaluation = z.object({
  meta: evaluationMeta,
  base: z.object({
    appeals: count,
    orders: count,
    excluded: unknown.meta({ description: 'null where it is of one of `units`' }),
    visited: count,
  }),
  objections: z
    .object({
      ...objectionCounts.shape,
      without_effect: unknown.meta({
        description:
          'upheld ones that change nothing by this data: the order is excluded anyway, moved or gone; null where whoever asks may not see all details',
      }),
      base: unknown.meta({ description: 'orders that count, after objections; null as `base.excluded` is' }),
      base_before: unknown.meta({ description: 'orders that would count without objections' }),
    })
    .meta({ description: 'objections to orders of units whose details whoever asks may see' }),
  reasons: z.array(reasonTold).meta({ description: 'why orders were excluded; columns beside `units`' }),
  indicators: z.array(indicatorTold),
  correlation: z.array(numbers).meta({ description: 'of the outcomes of one order, indicator by indicator' }),
  units,
  classes: z.array(classTold),
  month_before: monthBefore.nullable(),
  since_final: sinceFinal
    .nullable()
    .meta({ description: 'what changed since the month was made final; null where figures are not frozen' }),
  moved: movedRank.nullable().meta({ description: 'what moved the rank of the unit asked for' }),
  ...judged,
});
export type Evaluation = z.infer<typeof evaluation>;

import { z } from 'zod';
import { evaluationStandings } from '../judgement/evaluation.ts';
import { evaluationMonthStates } from '../judgement/evaluation-month.ts';
import { localized } from '../localized-schema.ts';
import { rankedDimensions } from '../scheme.ts';
import { judged, judgementMeta } from './judgement.ts';
import { count, numbers, period, unknowns } from './parts.ts';
import { ripenessStanding } from './ripeness.ts';

/** A month of the course; without a scheme it is a gap, and nothing of it is told. */
const courseMonth = z.object({
  month: z.string().meta({ description: 'evaluation month, as 2024-11' }),
  period: period.nullable().meta({ description: 'its days; null in a gap' }),
  scheme: z.string().nullable().meta({ description: 'valid in it; null: a gap between schemes' }),
  state: z.enum(evaluationMonthStates).nullable(),
  provisional: z.boolean().meta({ description: 'some rate of the month is not ripe' }),
  ranked: count.meta({ description: 'units that have a score' }),
  units: count.meta({ description: 'units of the group' }),
});
export type CourseMonth = z.infer<typeof courseMonth>;

/** An indicator of any of the schemes. Columns are of the same length and order as `months`. */
const courseIndicator = z.object({
  name: z.string(),
  label: localized.meta({ description: 'as the newest of the schemes has it' }),
  weight: unknowns.meta({ description: 'points at the most; null where the scheme has no such indicator' }),
  measured: z.array(z.boolean().nullable()).meta({
    description: 'false: nobody has any, and its weight went to the others; null: no such indicator',
  }),
  ripeness: z.array(ripenessStanding.nullable()),
});

/** One indicator of one unit, in the order of `indicators`; null where the month has no such indicator. */
const unitIndicator = z.object({
  numerator: unknowns,
  denominator: unknowns,
  rate: unknowns,
  /** Wilson's interval of 95 %. */
  lower: unknowns,
  upper: unknowns,
  points: unknowns,
});

/** One unit. Columns are of the same length and order as `months`; null in a gap. */
const courseUnit = z.object({
  unit: z.string(),
  details: z.boolean().meta({ description: 'whoever asks may see its details' }),
  standing: z.array(z.enum(evaluationStandings).nullable()),
  rank: unknowns,
  rank_first: unknowns.meta({ description: 'the highest rank it may truly have, with 95 %' }),
  rank_last: unknowns,
  score: unknowns,
  score_lower: unknowns,
  score_upper: unknowns,
  appeals: unknowns,
  orders: unknowns,
  excluded: unknowns.meta({
    description:
      'orders out of the base; null by a scheme that names reasons, where whoever asks may not see details',
  }),
  visited: unknowns,
  indicators: z.array(unitIndicator),
});
export type CourseUnit = z.infer<typeof courseUnit>;

const courseMeta = judgementMeta.extend({
  group: z.object({ name: z.string(), label: localized, by: z.enum(rankedDimensions) }),
  detail: z.enum(['full', 'scores']).meta({ description: 'scores: without intervals of ranks' }),
  draws: count.meta({ description: 'of each month, for intervals of ranks; 0: none were drawn' }),
  seeds: numbers.meta({ description: 'of each month; 0 in a gap' }),
});

/** `GET /api/evaluation/course`: months of a group, oldest first, each by the scheme that was valid in it. */
export const evaluationCourse = z.object({
  meta: courseMeta,
  months: z.array(courseMonth),
  indicators: z.array(courseIndicator),
  /** Those asked for, in that order; or all, by code. Ranks are among all of the group. */
  units: z.array(courseUnit),
  ...judged,
});
export type EvaluationCourse = z.infer<typeof evaluationCourse>;

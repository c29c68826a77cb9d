import { z } from 'zod';
import { changeMarks } from '../judgement/change-marks.ts';
import { evaluationStandings } from '../judgement/evaluation.ts';
import { localized } from '../localized-schema.ts';
import { evaluationMeta } from './evaluation.ts';
import { judged } from './judgement.ts';
import { count, numbers, texts, unknown, unknowns } from './parts.ts';

/** An indicator of the unit, and what all units of the group together reach. */
const unitRate = z.object({
  name: z.string(),
  label: localized,
  weight: z.number(),
  better: z.enum(['up', 'down']).meta({ description: 'down: cases of the numerator are those that missed' }),
  measured: z.boolean(),
  numerator: count,
  denominator: count,
  rate: unknown,
  lower: unknown,
  upper: unknown,
  points: unknown,
  group_numerator: count,
  group_denominator: count,
  group_rate: unknown.meta({ description: 'of all units of the group together' }),
  group_points: unknown.meta({ description: 'points of that rate' }),
  gap: unknown.meta({ description: 'rate less rate of the group' }),
  gap_points: unknown,
});

/**
 * One indicator by topic; columns beside `topics`. Null where whoever asks may not know what the group does
 * by topic.
 */
const topicRates = z.object({
  name: z.string(),
  numerator: numbers,
  denominator: numbers,
  rate: unknowns,
  lower: unknowns,
  upper: unknowns,
  expected: unknowns.meta({
    description: 'successes, if they were as frequent as in the group on this topic',
  }),
  group_rate: unknowns,
  handling: unknowns.meta({
    description: 'what orders of this topic, handled better or worse than in the group, give to `gap`',
  }),
  mix: unknowns.meta({
    description: 'what having more or fewer orders of this topic than the group gives to `gap`',
  }),
  points: unknowns.meta({
    description: 'both together in points; null where points do not grow evenly between the two rates',
  }),
  p: unknowns.meta({ description: 'against the rest of the group on this topic' }),
  q: unknowns.meta({ description: 'after control over all topics and indicators of the unit' }),
  mark: z.array(z.enum(changeMarks)),
});

const topics = z.object({
  topic1: texts,
  topic2: texts,
  orders: numbers,
  indicators: z
    .array(topicRates)
    .meta({ description: '`handling` and `mix` add up to `gap` over the topics' }),
});

const reasonOfUnit = z.object({
  reason: z.string(),
  counts: z.boolean().meta({ description: 'takes an order out of the base by the scheme' }),
  orders: count,
  share: unknown.meta({ description: 'of the orders of the unit' }),
  /** Null where whoever asks may not see the details of the whole group. */
  group_orders: unknown,
  group_share: unknown,
  p: unknown.meta({ description: 'against the rest of the group' }),
  q: unknown,
  mark: z.enum(changeMarks).nullable(),
});

const missedKinds = ['not_contacted', 'unresolved', 'dissatisfied', 'late'] as const;

/** Orders of the base that missed something, and how to list exactly these. */
const missed = z.object({
  kind: z.enum(missedKinds),
  orders: count,
  /** Filters for `/api/appeals`, as they stand in its address: `where`, `from`, `to`. */
  filters: z.object({ where: texts, from: z.string(), to: z.string() }).nullable().meta({
    description:
      'null where no filter says it: another date than receipt counts, limits are asked about, or an objection was upheld',
  }),
});

const otherUnit = {
  unit: z.string(),
  standing: z.enum(evaluationStandings),
  rank: unknown,
  score: unknown,
  score_lower: unknown,
  score_upper: unknown,
  told_apart: z.boolean().nullable().meta({ description: 'truly higher or lower than the unit' }),
  p: unknown.meta({ description: 'of the difference of both scores, after control over all neighbours' }),
};

const neighbour = z.object({
  place: z.number().int().meta({ description: '−2 and −1 above, 1 and 2 below' }),
  ...otherUnit,
});

const likeUnit = z.object({
  ...otherUnit,
  orders: count,
  volume_ratio: z.number().meta({ description: 'its orders for one of the unit' }),
  mix_difference: unknown.meta({
    description:
      'share of orders that would have to be of another topic, 0 to 1; null where whoever asks may not know',
  }),
  distance: z.number().meta({ description: '0: the same volume and mix' }),
});

/** `GET /api/evaluation/unit`: the month of one unit in depth. */
export const unitEvaluation = z.object({
  meta: evaluationMeta.extend({ unit: z.string(), details: z.boolean() }),
  standing: z.enum(evaluationStandings),
  rank: unknown,
  rank_first: unknown,
  rank_last: unknown,
  ranked: count.meta({ description: 'units of the group that have a score' }),
  score: unknown,
  score_lower: unknown,
  score_upper: unknown,
  indicators: z.array(unitRate),
  /** Null where whoever asks may not see the details of the unit; so are `reasons` and `missed`. */
  topics: topics.nullable(),
  reasons: z.array(reasonOfUnit).nullable(),
  missed: z.array(missed).nullable(),
  neighbours: z.array(neighbour),
  like: z.array(likeUnit).meta({ description: 'nearest by volume and mix, nearest first' }),
  ...judged,
});
export type UnitEvaluation = z.infer<typeof unitEvaluation>;

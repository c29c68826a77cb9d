import { z } from 'zod';
import { ripenessStates, ripeningFamilies } from '../judgement/ripeness.ts';
import { metricNames } from '../metrics.ts';
import { judged, judgementMeta } from './judgement.ts';
import { count, day, period, unknown } from './parts.ts';

/** How ripe a rate is, by its age. */
export const ripenessStanding = z.object({
  state: z.enum(ripenessStates),
  /** 0 to 1; null where nothing tells. */
  share: unknown.meta({ description: 'of what will count, the share that has been counted' }),
  /** Null where it is ripe, or nothing tells. */
  ripe_from: day.nullable().meta({ description: 'first day on which it will about be ripe' }),
});
export type RipenessStanding = z.infer<typeof ripenessStanding>;

/** What became of the orders of a period, as of the data. */
const ripenessCounts = z.object({
  appeals: count,
  dispatched: count,
  excluded: count,
  closed: count,
  visited: count,
  /** Null where no source says what was dispatched. */
  open: count.nullable().meta({ description: 'dispatched and not closed' }),
});
export type RipenessCounts = z.infer<typeof ripenessCounts>;

const metricRipeness = ripenessStanding.extend({
  metric: z.enum(metricNames),
  provisional: z.array(z.string()).meta({ description: 'time buckets that are not ripe' }),
});
export type MetricRipeness = z.infer<typeof metricRipeness>;

/** How ripe the metrics of an answer are. */
export const answerRipeness = z.object({
  counts: ripenessCounts
    .nullable()
    .meta({ description: 'of the whole period; null where every metric is ripe' }),
  metrics: z.array(metricRipeness),
});
export type AnswerRipeness = z.infer<typeof answerRipeness>;

/** A share, 0 to 1, its interval of 95 %, and the past periods it rests on. */
const projection = z.object({ rate: z.number(), lower: z.number(), upper: z.number(), periods: count });
export type Projection = z.infer<typeof projection>;

/** A period with its ripeness. */
const ripenessOf = ripenessCounts.extend({
  ...ripenessStanding.shape,
  period,
  age: z
    .number()
    .meta({ description: 'days from the middle of what the period has of data to the end of the data' }),
  numerator: unknown,
  denominator: unknown,
  rate: unknown,
  projection: projection.nullable().meta({
    description: 'the level it will probably reach: what past periods did from the same age on',
  }),
});
export type RipenessOf = z.infer<typeof ripenessOf>;

const ripenessMeta = judgementMeta.extend({
  metric: z.enum(metricNames),
  family: z.enum(ripeningFamilies).nullable(),
  grain: z.enum(['week', 'month', 'quarter', 'year']),
  /** The share of the counts from which on a rate is ripe. */
  ripe_at: z.number(),
  /** The first day that is not in the data any more: ages are counted to it. */
  data_to: day,
});
export type RipenessMeta = z.infer<typeof ripenessMeta>;

/** `GET /api/ripeness`. */
export const ripenessAnswer = z.object({
  meta: ripenessMeta,
  /** The newest month that is ripe; null where none is. */
  last_ripe_month: day.nullable(),
  periods: z.array(ripenessOf),
  ...judged,
});
export type RipenessAnswer = z.infer<typeof ripenessAnswer>;

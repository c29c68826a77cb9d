import { metricNames, ripenessStates, ripeningFamilies } from '@hotline-atlas/model';
import { z } from 'zod';
import { day, judgementMeta, method, notice, period, unknown } from './judgement-parts.ts';

const count = z.number().int();

/** How ripe a rate is. */
export const standing = z.object({
  state: z.enum(ripenessStates),
  share: unknown.meta({ description: 'of what will count, the share that has been counted' }),
  ripe_from: day.nullable().meta({ description: 'first day on which it will about be ripe' }),
});

const counts = z.object({
  appeals: count,
  dispatched: count,
  excluded: count,
  closed: count,
  visited: count,
  open: count.nullable().meta({ description: 'dispatched and not closed' }),
});

/** How ripe the metrics of an answer are. */
export const answerRipeness = z.object({
  counts: counts.nullable().meta({ description: 'of the whole period; null where every metric is ripe' }),
  metrics: z.array(
    standing.extend({
      metric: z.enum(metricNames),
      provisional: z.array(z.string()).meta({ description: 'time buckets that are not ripe' }),
    }),
  ),
});

/** `GET /api/ripeness`. */
export const ripenessAnswer = z.object({
  meta: judgementMeta.extend({
    metric: z.enum(metricNames),
    family: z.enum(ripeningFamilies).nullable(),
    grain: z.enum(['week', 'month', 'quarter', 'year']),
    ripe_at: z.number(),
    data_to: day,
  }),
  last_ripe_month: day.nullable(),
  periods: z.array(
    counts.extend({
      ...standing.shape,
      period,
      age: z
        .number()
        .meta({ description: 'days from the middle of what the period has of data to the end of the data' }),
      numerator: unknown,
      denominator: unknown,
      rate: unknown,
      projection: z
        .object({ rate: z.number(), lower: z.number(), upper: z.number(), periods: count })
        .nullable()
        .meta({
          description: 'the level it will probably reach: what past periods did from the same age on',
        }),
    }),
  ),
  method,
  notice: notice.nullable(),
});

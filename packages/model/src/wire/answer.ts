import { z } from 'zod';
import { units } from '../metrics.ts';
import { notice } from './judgement.ts';
import { answerRipeness } from './ripeness.ts';

export const answerPeriod = z.object({
  from: z.string().meta({ description: 'first local day, inclusive' }),
  to: z.string().meta({ description: 'first local day after' }),
});

/**
 * As of when an answer is: the newest appeal that counts, the last published load, the version of the data.
 */
export const asOf = z.object({
  newest_appeal: z.string().nullable(),
  last_load: z.string().nullable(),
  version: z.number().int().meta({ description: 'version of the data; grows with every publication' }),
});
export type AsOf = z.infer<typeof asOf>;

/** What a column of an answer holds. */
const column = z.object({
  name: z.string(),
  type: z.enum(['string', 'number', 'date', 'datetime']),
  role: z
    .enum([
      'dimension',
      'metric',
      'numerator',
      'denominator',
      'before',
      'paired',
      'before_paired',
      'change',
      'change_share',
    ])
    .meta({
      description:
        'metric and before: totals of the two periods; paired and before_paired: of the days that have a counterpart on the other side; change and change_share: between those two',
    }),
  of: z.string().meta({ description: 'the metric or dimension it belongs to' }),
  unit: z.enum(units).optional(),
});
export type Column = z.infer<typeof column>;

export const localizedName = z.object({
  en: z.string(),
  zh: z.string().optional(),
  local: z.string().optional(),
});

/**
 * Why days are left out. Of a period: `regime` (the question leaves it out), `before_data`, `after_data`,
 * `gap`, `under_way` (not over when the data was published). Of pairs: `no_counterpart` (no such date on the
 * other side), `counterpart_left_out`, `counterpart_without_data`, `kind_of_day`.
 */
const leftOutReasons = [
  'regime',
  'before_data',
  'after_data',
  'gap',
  'under_way',
  'no_counterpart',
  'counterpart_left_out',
  'counterpart_without_data',
  'kind_of_day',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** Days that do not count, and why. */
const leftOut = answerPeriod.extend({
  reason: z.enum(leftOutReasons).meta({
    description:
      'gap: no appeal of the whole city, beyond chance; under_way: counted, but not over and so never compared; kind_of_day: a weekday or kind of holiday the other side lacks',
  }),
  label: localizedName.optional().meta({ description: 'what the regime is called' }),
});
export type LeftOut = z.infer<typeof leftOut>;

/** The days of a comparison: those with data on both sides, one beside the other. */
const paired = z.object({
  days: z.number().int().meta({ description: 'days compared on each side' }),
  of: z.number().int().meta({ description: 'days of the period' }),
  spans: z.array(answerPeriod).meta({ description: 'the days compared, of the period asked for' }),
  before: z.array(answerPeriod).meta({ description: 'the days compared, of the period compared with' }),
  adjusted: z.enum(['none', 'weekdays']).meta({
    description:
      'weekdays: the earlier side is weighted to the mix of weekdays, days off and working weekends of the later side',
  }),
  /** Days with data that are not compared, on either side. */
  left_out: z.array(leftOut.extend({ side: z.enum(['now', 'before']) })),
});
export type Paired = z.infer<typeof paired>;

/** The days of the period that have data; `paired` is null where nothing is compared with. */
export const covered = z.object({
  days: z.number().int().meta({ description: 'days of the period that have data' }),
  of: z.number().int().meta({ description: 'days of the period' }),
  spans: z.array(answerPeriod),
  left_out: z.array(leftOut),
  paired: paired.nullable(),
});
export type Covered = z.infer<typeof covered>;

/** Everything an answer says about itself. */
const meta = z.object({
  columns: z.array(column),
  as_of: asOf,
  source: z.string().meta({ description: 'table the answer came from' }),
  rows: z.number().int(),
  rows_read: z.number().int().nullable().meta({ description: 'null for whoever sees a part of the appeals' }),
  milliseconds: z.number(),
  period: answerPeriod,
  compared_period: answerPeriod.nullable(),
  incomplete: z
    .array(z.string())
    .meta({ description: 'time buckets not wholly covered by the period and by complete days of data' }),
  covered,
  /** Null where no metric waits for closing or return visits. */
  ripeness: answerRipeness.nullable(),
  /**
   * What a reader has to know before the figures: that no day of the period has data, or none can be
   * compared.
   */
  notice: notice.nullable(),
  due_at: z.string().nullable().meta({
    description: 'as of when orders are open, overdue or due; null where the answer does not depend on it',
  }),
  time_zone: z.string(),
  limited: z.boolean().meta({ description: 'the limit cut the answer' }),
});
export type Meta = z.infer<typeof meta>;

export const value = z.union([z.string(), z.number(), z.null()]);
export type Value = z.infer<typeof value>;

/** `GET /api/query` as JSON. */
export const answer = z.object({ meta, rows: z.array(z.record(z.string(), value)) });
export type Answer = z.infer<typeof answer>;

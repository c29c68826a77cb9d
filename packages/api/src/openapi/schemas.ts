import { type Answer, type Column, type Meta, metricNames, type Problem } from '@hotline-atlas/model';
import type { PageMeta } from '@hotline-atlas/query';
import { z } from 'zod';
import { notice } from './judgement-parts.ts';
import { answerRipeness } from './ripeness-schema.ts';

const period = z.object({
  from: z.string().meta({ description: 'first local day, inclusive' }),
  to: z.string().meta({ description: 'first local day after' }),
});

const asOf = z.object({
  newest_appeal: z.string().nullable(),
  last_load: z.string().nullable(),
  version: z.number().int().meta({ description: 'version of the data; grows with every publication' }),
});

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
  unit: z.enum(['count', 'share', 'hours', 'per_10k']).optional(),
});

const localized = z.object({ en: z.string(), zh: z.string().optional(), local: z.string().optional() });

const leftOut = period.extend({
  reason: z
    .enum([
      'regime',
      'before_data',
      'after_data',
      'gap',
      'under_way',
      'no_counterpart',
      'counterpart_left_out',
      'counterpart_without_data',
      'kind_of_day',
    ])
    .meta({
      description:
        'gap: no appeal of the whole city, beyond chance; under_way: counted, but not over and so never compared; kind_of_day: a weekday or kind of holiday the other side lacks',
    }),
  label: localized.optional().meta({ description: 'what the regime is called' }),
});

const paired = z.object({
  days: z.number().int().meta({ description: 'days compared on each side' }),
  of: z.number().int().meta({ description: 'days of the period' }),
  spans: z.array(period).meta({ description: 'the days compared, of the period asked for' }),
  before: z.array(period).meta({ description: 'the days compared, of the period compared with' }),
  adjusted: z.enum(['none', 'weekdays']).meta({
    description:
      'weekdays: the earlier side is weighted to the mix of weekdays, days off and working weekends of the later side',
  }),
  left_out: z.array(leftOut.extend({ side: z.enum(['now', 'before']) })),
});

const covered = z.object({
  days: z.number().int().meta({ description: 'days of the period that have data' }),
  of: z.number().int().meta({ description: 'days of the period' }),
  spans: z.array(period),
  left_out: z.array(leftOut),
  paired: paired.nullable(),
});

const meta = z.object({
  columns: z.array(column),
  as_of: asOf,
  source: z.string().meta({ description: 'table the answer came from' }),
  rows: z.number().int(),
  rows_read: z.number().int(),
  milliseconds: z.number(),
  period,
  compared_period: period.nullable(),
  incomplete: z
    .array(z.string())
    .meta({ description: 'time buckets not wholly covered by the period and by complete days of data' }),
  covered,
  ripeness: answerRipeness.nullable(),
  notice: notice.nullable(),
  time_zone: z.string(),
  limited: z.boolean().meta({ description: 'the limit cut the answer' }),
});

const value = z.union([z.string(), z.number(), z.null()]);

/** `GET /api/query` as JSON. */
export const answer = z.object({ meta, rows: z.array(z.record(z.string(), value)) });

/** `GET /api/appeals`. */
export const page = z.object({
  meta: z.object({
    as_of: asOf,
    columns: z.array(z.string()),
    order_number: z
      .string()
      .nullable()
      .meta({ description: 'q is the number of an appeal of the selection, which alone is shown' }),
    total: z.number().int().meta({ description: 'records on all pages together' }),
    period,
    time_zone: z.string(),
    next_cursor: z
      .string()
      .nullable()
      .meta({ description: 'send it as cursor for the next page; null on the last' }),
    rows: z.number().int(),
    rows_read: z.number().int(),
    milliseconds: z.number(),
  }),
  rows: z.array(z.record(z.string(), z.union([value, z.array(z.string())]))),
});

/** `GET /api/health`. */
export const health = z.object({
  status: z.enum(['ok', 'loading']),
  city: z.string(),
  engine: z.string().optional(),
  version: z.number().int().optional(),
  as_of: asOf.nullable().optional(),
  appeals: z.number().int().optional(),
  first_day: z.string().nullable().optional().meta({ description: 'null while there are no appeals' }),
  last_day: z.string().nullable().optional(),
  synthetic: z.boolean().optional().meta({ description: 'the data is made up' }),
  progress: z.unknown().optional(),
});

/** `GET /api/areas`. */
export const areas = z.object({
  type: z.literal('FeatureCollection'),
  level: z.string(),
  schematic: z.boolean().meta({ description: 'outlines are drawn, not surveyed' }),
  attribution: z.string().nullable(),
  features: z.array(z.record(z.string(), z.unknown())),
});

/** `GET /api/meta`, its outline. */
export const vocabulary = z.looseObject({
  metrics: z.array(z.looseObject({ name: z.enum(metricNames), unit: column.shape.unit })),
  dimensions: z.array(z.looseObject({ name: z.string(), filterable: z.boolean() })),
  as_of: asOf.nullable(),
});

/** RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  parameter: z.string().optional().meta({ description: 'the parameter that is wrong' }),
  sent: z.string().optional(),
  nearest: z.array(z.string()).optional().meta({ description: 'names that exist and are most like it' }),
});

/** A line of `GET /api/answers`. */
export const line = z.object({
  question: z.number().int().meta({ description: 'its place in the address, from 0' }),
  answer: answer.optional(),
  problem: problem.optional().meta({ description: 'where it could not be answered' }),
});

/** Compile-time proof that the schemas describe what is sent. */
export type Agreement = [
  Answer extends z.infer<typeof answer> ? true : never,
  Meta extends z.infer<typeof meta> ? true : never,
  Column extends z.infer<typeof column> ? true : never,
  PageMeta extends z.infer<typeof page>['meta'] ? true : never,
  Problem extends z.infer<typeof problem> ? true : never,
];

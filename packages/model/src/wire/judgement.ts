import { z } from 'zod';
import { noticeCodes } from '../judgement/notice-codes.ts';
import { bilingual, day, period } from './parts.ts';

const asOf = z.object({
  newest_appeal: z.string().nullable(),
  last_load: z.string().nullable(),
  version: z.number().int(),
});

/** What every judgement says about itself. */
export const judgementMeta = z.object({
  as_of: asOf,
  source: z.string().meta({ description: 'table the counts came from' }),
  rows_read: z.number().int().nullable().meta({ description: 'null for whoever sees a part of the appeals' }),
  milliseconds: z.number().meta({ description: 'of the engine' }),
  judging_milliseconds: z.number().meta({ description: 'of the statistics' }),
  period: period.meta({ description: 'what was judged: whole, complete steps' }),
  time_zone: z.string(),
  incomplete: z.array(day).meta({
    description:
      'steps asked for and left out: not over, begun before the period, or with a day without data',
  }),
});
export type JudgementMeta = z.infer<typeof judgementMeta>;

/** One method that an answer rests on; the reference is the paper or book that describes it. */
const methodPart = z.object({
  name: z.string(),
  title: bilingual,
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  reference: z.string(),
});
export type MethodPart = z.infer<typeof methodPart>;

/** How an answer was computed, ready to be shown. */
export const method = z.object({
  title: bilingual,
  summary: bilingual,
  /** In the order they are applied. */
  parts: z.array(methodPart),
  /** The size of what it rests on: places, steps, appeals, series. */
  sample: z.record(z.string(), z.number()),
  corrections: z.array(bilingual),
  caveats: z.array(bilingual),
});
export type Method = z.infer<typeof method>;

/** Why there is no judgement, or no figure, although the question is right. */
export const notice = z.object({ code: z.enum(noticeCodes), en: z.string(), zh: z.string() });
export type Notice = z.infer<typeof notice>;

/** The end of every judgement. */
export const judged = { method, notice: notice.nullable() };

/** Words of a class or a mark, with how many groups are in it. */
export const classWords = { label: bilingual, rule: bilingual };

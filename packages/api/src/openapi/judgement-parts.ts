import { noticeCodes } from '@hotline-atlas/model';
import { z } from 'zod';

export const localized = z.object({ en: z.string(), zh: z.string() });
export const day = z.string().meta({ description: 'local day' });
export const period = z.object({ from: day, to: day });
export const unknown = z.number().nullable();
export const numbers = z.array(z.number());
export const unknowns = z.array(unknown);

const asOf = z.object({
  newest_appeal: z.string().nullable(),
  last_load: z.string().nullable(),
  version: z.number().int(),
});

export const judgementMeta = z.object({
  as_of: asOf,
  source: z.string().meta({ description: 'table the counts came from' }),
  rows_read: z.number().int(),
  milliseconds: z.number().meta({ description: 'of the engine' }),
  judging_milliseconds: z.number().meta({ description: 'of the statistics' }),
  period: period.meta({ description: 'what was judged: whole, complete steps' }),
  time_zone: z.string(),
  incomplete: z.array(day).meta({
    description:
      'steps asked for and left out: not over, begun before the period, or with a day without data',
  }),
});

/** How an answer was computed. */
export const method = z.object({
  title: localized,
  summary: localized,
  parts: z.array(
    z.object({
      name: z.string(),
      title: localized,
      parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      reference: z.string(),
    }),
  ),
  sample: z.record(z.string(), z.number()),
  corrections: z.array(localized),
  caveats: z.array(localized),
});

/** Why there is no judgement although the question is right. */
export const notice = z.object({ code: z.enum(noticeCodes), en: z.string(), zh: z.string() });

export const texts = z.array(z.string());

import { z } from 'zod';

const grades = ['texts', 'whole'] as const;

/** `POST /api/erasures`: whose appeals, and whether they are erased or only found. */
export const erasureRequest = z
  .strictObject({
    caller: z.string().trim().min(1).max(200).optional().meta({ description: 'as files name the caller' }),
    ids: z.array(z.string().trim().min(1).max(200)).min(1).max(100).optional(),
    grade: z
      .enum(grades)
      .default('texts')
      .meta({ description: 'texts: blanked, the appeals still count; whole: gone from every figure' }),
    reason: z
      .string()
      .trim()
      .max(500)
      .default('')
      .meta({ description: 'kept in the ledger: no personal data; needed to erase' }),
    confirm: z.boolean().default(false).meta({ description: 'false: say what would be erased' }),
  })
  .refine(({ caller, ids }) => (caller === undefined) !== (ids === undefined), {
    path: ['caller'],
    error: 'either `caller` or `ids` is sent',
  })
  .refine(({ confirm, reason }) => !confirm || reason !== '', {
    path: ['reason'],
    error: 'a reason is needed to erase',
  });
export type ErasureRequest = z.infer<typeof erasureRequest>;

/** One line of the ledger of erasures; it holds no personal data. */
export const erasure = z.object({
  id: z.string(),
  at: z.iso.datetime({ offset: true }).meta({ description: 'when it was begun, in UTC' }),
  of: z.enum(['retention', 'caller', 'ids']),
  grade: z.enum(grades),
  reason: z.string(),
  who: z.string(),
  state: z.enum(['begun', 'complete']).meta({ description: 'complete: no figure and no answer holds it' }),
  appeals: z.number().int(),
  versions: z.number().int().meta({ description: 'earlier versions of them' }),
  rejected: z.number().int().meta({ description: 'rows set aside that named them' }),
});
export type Erasure = z.infer<typeof erasure>;

/** `GET /api/erasures`: the newest first. */
export const erasures = z.object({ erasures: z.array(erasure) });

/** What an erasure would concern, or the one that was begun. */
export const erasureAnswer = z.object({
  found: z
    .object({
      appeals: z.number().int(),
      versions: z.number().int(),
      rejected: z.number().int(),
      unknown: z.array(z.string()).meta({ description: 'ids that are not known' }),
      newest: z
        .array(z.object({ id: z.string(), day: z.string(), topic1: z.string(), topic2: z.string() }))
        .nullable()
        .meta({ description: 'a thousand at the most; null: whoever asks does not see all appeals' }),
    })
    .nullable(),
  erasure: erasure.nullable().meta({ description: 'null: nothing was erased' }),
});
export type ErasureAnswer = z.infer<typeof erasureAnswer>;

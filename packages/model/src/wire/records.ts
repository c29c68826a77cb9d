import { z } from 'zod';
import { answerPeriod, asOf, value } from './answer.ts';

/** What a page of records says about itself. */
const pageMeta = z.object({
  as_of: asOf,
  columns: z.array(z.string()),
  order_number: z
    .string()
    .nullable()
    .meta({ description: 'q is the number of an appeal of the selection, which alone is shown' }),
  total: z.number().int().meta({ description: 'records on all pages together' }),
  searched_from: z.string().nullable().meta({
    description:
      'first day of the texts searched so far, of which total is the count; null where all were searched',
  }),
  period: answerPeriod,
  due_at: z.string().nullable().meta({
    description: 'as of when orders are open, overdue or due; null where the answer does not depend on it',
  }),
  time_zone: z.string(),
  next_cursor: z
    .string()
    .nullable()
    .meta({ description: 'send it as cursor for the next page; null on the last' }),
  rows: z.number().int(),
  rows_read: z.number().int().nullable().meta({ description: 'null for whoever sees a part of the appeals' }),
  milliseconds: z.number(),
});
export type PageMeta = z.infer<typeof pageMeta>;

/**
 * An appeal as the API shows it: fields by name, unknown ones null; and `due_state`, its state as an order as
 * of `due_at`.
 */
export const record = z.record(z.string(), z.union([value, z.array(z.string())]));
export type AppealRecord = z.infer<typeof record>;

/** `GET /api/appeals`. */
export const page = z.object({ meta: pageMeta, rows: z.array(record) });
export type Page = z.infer<typeof page>;

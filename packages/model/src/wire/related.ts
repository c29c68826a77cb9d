import { z } from 'zod';
import { asOf } from './answer.ts';
import { count } from './parts.ts';
import { record } from './records.ts';

/** Other appeals that have something in common with one. */
const relatedBy = {
  total: count.meta({ description: 'all of them, shown or not' }),
  same_topic: count.meta({ description: 'of these, of the same topic of the second level' }),
  rows: z.array(record).meta({ description: 'of the same topic first, the newest of each first' }),
};

/** Why there are none to tell. */
const unrelatedReasons = ['callers_closed', 'caller_unknown', 'place_unknown'] as const;
export type UnrelatedReason = (typeof unrelatedReasons)[number];

const reason = z.enum(unrelatedReasons).nullable().meta({
  description:
    'why it is null: callers_closed, who called is not open to whoever asks; caller_unknown, place_unknown',
});

/** `GET /api/appeals/{id}/related`. */
export const related = z.object({
  meta: z.object({
    as_of: asOf,
    id: z.string(),
    limit: count.meta({ description: 'records of each kind at the most' }),
    due_at: z.string(),
    time_zone: z.string(),
    rows_read: count.nullable().meta({ description: 'null for whoever sees a part of the appeals' }),
    milliseconds: z.number(),
  }),
  caller: z.object(relatedBy).nullable().meta({ description: 'of the same caller' }),
  caller_reason: reason,
  place: z
    .object({
      known_by: z.enum(['address', 'cell']).meta({
        description:
          'address: the same one in the same district; cell: the same H3 cell of resolution 10, or the finest that may be seen',
      }),
      ...relatedBy,
    })
    .nullable()
    .meta({ description: 'of the same place, by the address where others have it, else by the cell' }),
  place_reason: reason,
});
export type Related = z.infer<typeof related>;

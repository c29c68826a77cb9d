import { z } from 'zod';
import { repeatKinds, repeatPlaces } from '../judgement/repeats.ts';
import { judged, judgementMeta } from './judgement.ts';
import { count, day, numbers, texts } from './parts.ts';

const place = z.object({
  district: z.string().meta({ description: 'code; the most frequent one, empty where unknown' }),
  subdistrict: z.string(),
  address: z.string().nullable().meta({ description: 'only for whoever may read texts' }),
  cell: z.string().nullable().meta({ description: 'H3, as fine as whoever asks may see places' }),
});

/** Something that comes back again and again. */
const repetition = z.object({
  kind: z.enum(repeatKinds),
  /** Stays the same while the data does: a key for lists. */
  id: z.string(),
  topic1: z.string(),
  topic2: z.string().meta({ description: 'the matter' }),
  topic3: z.string().meta({ description: 'its most frequent part; empty where unknown' }),
  caller: z.string().nullable().meta({
    description: 'pseudonym of the project of whoever asks; null where there is none, and for places',
  }),
  known_by: z.enum(repeatPlaces).nullable().meta({ description: 'how the place is known; null for callers' }),
  place,
  unit: z.string().meta({ description: 'who has most of them; empty where unknown' }),
  appeals: count,
  callers: count.nullable().meta({ description: 'different callers; null where callers are not known' }),
  usual: z.number().nullable().meta({
    description: 'places: what a period of this length had here in the year before; null without history',
  }),
  excess: z.number().meta({ description: 'what the order goes by: appeals beyond the usual or the first' }),
  open: count.meta({ description: 'orders that are not closed yet' }),
  came_back: count.meta({
    description:
      'appeals after an earlier one of them had been closed: of the same caller, or at the same place, there of whichever callers',
  }),
  came_back_resolved: count.meta({
    description: 'of these, after one that its caller had called resolved',
  }),
  first_day: day,
  last_day: day,
  series: z.object({ start: z.array(day), count: numbers }).meta({
    description: 'appeals by day or, of longer periods, by week; see meta.grain',
  }),
  newest: z
    .array(z.object({ id: z.string(), day, status: z.string(), topic3: z.string(), unit: z.string() }))
    .meta({ description: 'the appeals that were counted, newest first, 100 at the most' }),
  ids: texts.meta({
    description: 'all of them, newest first, 100 at the most; as /api/appeals tells numbers',
  }),
  where: texts.meta({
    description: 'clauses that hold all of them and nothing finer can be asked for; more may satisfy them',
  }),
});
export type Repetition = z.infer<typeof repetition>;

const repeatsMeta = judgementMeta.extend({
  grain: z.enum(['day', 'week']),
  limit: count,
  /** How many there are, of each kind. */
  found: z.object({ caller: count, place: count }),
  fewest: z.object({ caller: count, place: count }),
  callers_known: z.boolean().meta({
    description: 'whether appeals of the selection have callers that whoever asks may tell apart',
  }),
  callers_closed: z.boolean().meta({
    description:
      'true where neither pseudonyms nor texts are open to whoever asks: no repetitions of callers',
  }),
});

/** `GET /api/repeats`: what comes back again and again, most important first. */
export const repeats = z.object({ meta: repeatsMeta, repeats: z.array(repetition), ...judged });
export type Repeats = z.infer<typeof repeats>;

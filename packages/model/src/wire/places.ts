import { z } from 'zod';
import { asOf } from './answer.ts';
import { bilingual, count } from './parts.ts';

/** A hexagon and what it is called. */
const namedPlace = z.object({
  cell: z.string().meta({ description: 'H3' }),
  name: bilingual,
  named_by: z.enum(['address', 'subdistrict', 'district', 'city']).meta({
    description:
      'address: the one most appeals of the last 12 months in it say, the newest of several; else the area most of its appeals lie in, and the way from the middle of the appeals of that',
  }),
  address: z
    .string()
    .nullable()
    .meta({ description: 'null where none is known, or texts or points are not open to you' }),
  district: z.string().nullable(),
  subdistrict: z.string().nullable(),
  appeals: count.meta({ description: 'that lie in it' }),
});
export type NamedPlace = z.infer<typeof namedPlace>;

/** `GET /api/places`. */
export const places = z.object({ meta: z.object({ as_of: asOf }), places: z.array(namedPlace) });
export type Places = z.infer<typeof places>;

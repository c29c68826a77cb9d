import { z } from 'zod';

const moment = z.iso.datetime({ offset: true }).meta({ description: 'an instant, in UTC' });

/** With whom something is shared. */
export const audiences = ['me', 'role', 'everyone'] as const;

/** A saved view: an address of the dashboard with a name. */
export const view = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string().meta({ description: 'path and query of the dashboard' }),
  version: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'the version of the data it is pinned to; null: live' }),
  audience: z.enum(audiences),
  owner: z.string(),
  mine: z.boolean(),
  narrower: z
    .boolean()
    .meta({ description: 'whoever asks sees less than its owner, so its figures may differ' }),
  revision: z.number().int(),
  created: moment,
  updated: moment,
});
export type View = z.infer<typeof view>;

/** `GET /api/views`. */
export const views = z.object({ views: z.array(view) });

/** `GET /api/views/:id/history`: newest first; who changed what. */
export const viewHistory = z.object({
  revisions: z.array(
    z.object({
      revision: z.number().int(),
      at: moment,
      who: z.string(),
      change: z.enum(['created', 'changed', 'restored', 'removed']),
      name: z.string(),
      address: z.string(),
      audience: z.enum(audiences),
    }),
  ),
});
export type ViewHistory = z.infer<typeof viewHistory>;

/** A permalink: a short address for a long one. */
export const link = z.object({ id: z.string(), address: z.string() });
export type Link = z.infer<typeof link>;

/** A note on days; drawn on every time axis it concerns. */
export const annotation = z.object({
  id: z.string(),
  from: z.string().meta({ description: 'first day' }),
  to: z.string().meta({ description: 'the day after the last' }),
  where: z.array(z.string()).meta({ description: 'clauses of the place it concerns; none: the city' }),
  text: z.string(),
  author: z.string(),
  mine: z.boolean(),
  revision: z.number().int(),
  updated: moment,
});
export type Annotation = z.infer<typeof annotation>;

/** `GET /api/annotations`. */
export const annotations = z.object({ annotations: z.array(annotation) });

/** `GET /api/favourites`: what somebody wants at hand. */
export const favourites = z.object({
  favourites: z.array(
    z.object({ kind: z.enum(['view', 'district', 'subdistrict', 'topic', 'unit']), code: z.string() }),
  ),
});
export type Favourites = z.infer<typeof favourites>;

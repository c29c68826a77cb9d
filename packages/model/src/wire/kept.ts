import { z } from 'zod';
import { line, moment, revision, text } from './sent.ts';

/** How something came to its state. */
const changes = ['created', 'changed', 'restored', 'removed'] as const;

/** With whom something is shared. */
const audiences = ['me', 'role', 'everyone'] as const;

const address = z.string().min(1).max(8000).meta({ description: 'path and query of the dashboard' });
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

const ofView = {
  name: line(100),
  address,
  version: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
  audience: z.enum(audiences),
};

/** `POST /api/views`. */
export const viewContent = z.strictObject({
  ...ofView,
  version: ofView.version.default(null),
  audience: ofView.audience.default('me'),
});

/** `PUT /api/views/:id`: all of it, with the revision that is changed. */
export const viewChange = z.strictObject({ ...ofView, revision });

/** `POST …/restore`: the revision whose state is to be the newest. */
export const restored = z.strictObject({ revision });

/** `GET /api/views`. */
export const views = z.object({ views: z.array(view) });
export type Views = z.infer<typeof views>;

/** `GET /api/views/:id/history`: newest first; who changed what. */
export const viewHistory = z.object({
  revisions: z.array(
    z.object({
      revision: z.number().int(),
      at: moment,
      who: z.string(),
      change: z.enum(changes),
      name: z.string(),
      address: z.string(),
      audience: z.enum(audiences),
    }),
  ),
});
export type ViewHistory = z.infer<typeof viewHistory>;

/** `POST /api/links`. */
export const linkContent = z.strictObject({ address });

/** A permalink: a short address for a long one; `/l/:id` leads there. */
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

const ofAnnotation = {
  from: z.string().max(10),
  to: z.string().max(10),
  where: z.array(line(500)).max(5),
  text: text(1000),
};

/** `POST /api/annotations`. */
export const annotationContent = z.strictObject({ ...ofAnnotation, where: ofAnnotation.where.default([]) });

/** `PUT /api/annotations/:id`: all of it, with the revision that is changed. */
export const annotationChange = z.strictObject({ ...ofAnnotation, revision });

/** `GET /api/annotations/:id/history`: newest first; who changed what. */
export const annotationHistory = z.object({
  revisions: z.array(
    z.object({
      revision: z.number().int(),
      at: moment,
      who: z.string(),
      change: z.enum(changes),
      from: z.string(),
      to: z.string(),
      where: z.array(z.string()),
      text: z.string(),
    }),
  ),
});

/** `GET /api/annotations`. */
export const annotations = z.object({ annotations: z.array(annotation) });
export type Annotations = z.infer<typeof annotations>;

/** A kind of thing somebody can want at hand. */
export const favouriteKind = z.enum(['view', 'district', 'subdistrict', 'topic', 'unit']);

/** `GET /api/favourites`: what somebody wants at hand. */
export const favourites = z.object({
  favourites: z.array(z.object({ kind: favouriteKind, code: z.string() })),
});
export type Favourites = z.infer<typeof favourites>;

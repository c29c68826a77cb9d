import {
  annotationChange,
  annotationContent,
  linkContent,
  restored,
  viewChange,
  viewContent,
} from '@hotline-atlas/model/wire';
import { failure, inPath, json, operation, type Paths } from './operation.ts';

const id = inPath('id', 'its identifier');
const missing = { '404': failure('There is no such thing, or it is not shared with whoever asks') };
const stale = { ...missing, '409': failure('It was changed meanwhile; says the revision there is now') };
const full = { '409': failure('There are as many already as one may have') };

const viewPaths = {
  '/api/views': {
    get: operation('Saved views: one’s own and those shared', ['keep'], { gives: json('views') }),
    post: operation('Saves a view; `share` is needed for others to see it', ['keep'], {
      sends: viewContent,
      gives: json('view'),
      other: full,
    }),
  },
  '/api/views/{id}': {
    get: operation('A saved view', ['keep'], { parameters: [id], gives: json('view'), other: missing }),
    put: operation('Changes a view of one’s own', ['keep'], {
      parameters: [id],
      sends: viewChange,
      gives: json('view'),
      other: stale,
    }),
    delete: operation('Takes a view of one’s own away', ['keep'], { parameters: [id], other: missing }),
  },
  '/api/views/{id}/history': {
    get: operation('Every state of a view of one’s own, newest first', ['keep'], {
      parameters: [id],
      gives: json('viewHistory'),
      other: missing,
    }),
  },
  '/api/views/{id}/restore': {
    post: operation('Makes an earlier state of a view the newest', ['keep'], {
      parameters: [id],
      sends: restored,
      gives: json('view'),
      other: missing,
    }),
  },
} satisfies Paths;

const linkPaths = {
  '/api/links': {
    post: operation('A short address for a long one: /l/{id} leads there', ['keep'], {
      sends: linkContent,
      gives: json('link'),
      other: full,
    }),
  },
  '/api/links/{id}': {
    get: operation('Where a short address leads', ['keep'], {
      parameters: [id],
      gives: json('link'),
      other: missing,
    }),
  },
} satisfies Paths;

const day = (name: string, description: string) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema: { type: 'string', format: 'date' },
});

const annotationPaths = {
  '/api/annotations': {
    get: operation('Notes on days, of places whoever asks sees appeals of', ['data'], {
      parameters: [day('from', 'first day'), day('to', 'the day after the last')],
      gives: json('annotations'),
      other: { '400': failure('A parameter is wrong; says which') },
    }),
    post: operation('Writes a note', ['data', 'annotate'], {
      sends: annotationContent,
      gives: json('annotation'),
      other: full,
    }),
  },
  '/api/annotations/{id}': {
    put: operation('Changes a note of one’s own', ['data', 'annotate'], {
      parameters: [id],
      sends: annotationChange,
      gives: json('annotation'),
      other: stale,
    }),
    delete: operation('Takes a note of one’s own away', ['data', 'annotate'], {
      parameters: [id],
      other: missing,
    }),
  },
  '/api/annotations/{id}/history': {
    get: operation('Every state of a note of one’s own, newest first', ['data', 'annotate'], {
      parameters: [id],
      gives: json('annotationHistory'),
      other: missing,
    }),
  },
  '/api/annotations/{id}/restore': {
    post: operation('Makes an earlier state of a note the newest', ['data', 'annotate'], {
      parameters: [id],
      sends: restored,
      gives: json('annotation'),
      other: missing,
    }),
  },
} satisfies Paths;

const favourite = {
  parameters: [
    inPath('kind', 'view, district, subdistrict, topic or unit'),
    inPath('code', 'its code or identifier'),
  ],
  other: missing,
};

const favouritePaths = {
  '/api/favourites': {
    get: operation('What one wants at hand', ['keep'], { gives: json('favourites') }),
  },
  '/api/favourites/{kind}/{code}': {
    put: operation('Wants something at hand', ['keep'], {
      ...favourite,
      other: { ...missing, ...full },
    }),
    delete: operation('No longer wants something at hand', ['keep'], favourite),
  },
} satisfies Paths;

/** What people keep: views, links, notes, favourites. */
export const keptPaths = () => ({ ...viewPaths, ...linkPaths, ...annotationPaths, ...favouritePaths });

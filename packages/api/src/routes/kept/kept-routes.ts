import type { Context } from '../../context/context.ts';
import type { Routing } from '../routing.ts';
import { annotationRoutes } from './annotations-route.ts';
import { answerFavouriteRemoval, answerFavourites, answerNewFavourite } from './favourites-route.ts';
import { answerLink, answerNewLink } from './links-route.ts';
import {
  answerNewView,
  answerView,
  answerViewChange,
  answerViewHistory,
  answerViewRemoval,
  answerViewRestored,
  answerViews,
} from './views-route.ts';

/** The routes of what people keep. */
export function keptRoutes({ on }: Routing, context: Context): void {
  on('get', '/views', answerViews(context));
  on('post', '/views', answerNewView(context));
  on('get', '/views/:id', answerView(context));
  on('put', '/views/:id', answerViewChange(context));
  on('delete', '/views/:id', answerViewRemoval(context));
  on('get', '/views/:id/history', answerViewHistory(context));
  on('post', '/views/:id/restore', answerViewRestored(context));
  on('post', '/links', answerNewLink(context));
  on('get', '/links/:id', answerLink(context));
  const annotations = annotationRoutes(context);
  on('get', '/annotations', annotations.list);
  on('post', '/annotations', annotations.create);
  on('put', '/annotations/:id', annotations.change);
  on('delete', '/annotations/:id', annotations.remove);
  on('get', '/annotations/:id/history', annotations.history);
  on('post', '/annotations/:id/restore', annotations.restore);
  on('get', '/favourites', answerFavourites(context));
  on('put', '/favourites/:kind/:code', answerNewFavourite(context));
  on('delete', '/favourites/:kind/:code', answerFavouriteRemoval(context));
}

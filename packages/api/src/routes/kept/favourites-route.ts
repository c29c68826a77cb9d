import { favouriteKind } from '@hotline-atlas/model/wire';
import { addFavourite, listFavourites, NotKept, removeFavourite } from '@hotline-atlas/store';
import type { Request, RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';

/** @throws NotKept where the address names nothing that can be wanted at hand */
function favouriteOf({ params: { kind, code } }: Request): { kind: string; code: string } {
  const known = favouriteKind.safeParse(kind);
  if (!known.success || typeof code !== 'string' || !/^[^\p{Cc}]{1,200}$/u.test(code)) throw new NotKept();
  return { kind: known.data, code };
}

/** `GET /api/favourites`. */
export const answerFavourites =
  ({ store, personOf }: Context): RequestHandler =>
  async (request, response) => {
    const { name } = await personOf(request);
    response.json({ favourites: await listFavourites(store, name) });
  };

/** `PUT /api/favourites/:kind/:code`. */
export const answerNewFavourite =
  ({ store, personOf }: Context): RequestHandler =>
  async (request, response) => {
    const { name } = await personOf(request);
    await addFavourite(store, name, favouriteOf(request));
    response.status(204).end();
  };

/** `DELETE /api/favourites/:kind/:code`. */
export const answerFavouriteRemoval =
  ({ store, personOf }: Context): RequestHandler =>
  async (request, response) => {
    const { name } = await personOf(request);
    await removeFavourite(store, name, favouriteOf(request));
    response.status(204).end();
  };

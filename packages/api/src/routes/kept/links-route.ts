import { linkContent } from '@hotline-atlas/model/wire';
import { makeLink, NotKept, readLink } from '@hotline-atlas/store';
import type { RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { ownAddress } from '../../context/own-address.ts';
import { readBody } from '../../context/read-body.ts';
import { keptId } from './kept-id.ts';

/** `POST /api/links`: a short address for a long one. */
export const answerNewLink =
  ({ store, personOf }: Context): RequestHandler =>
  async (request, response) => {
    const { name } = await personOf(request);
    const { address } = await readBody(request, linkContent);
    response.json(await makeLink(store, name, ownAddress(address)));
  };

/** `GET /api/links/:id`. */
export const answerLink =
  ({ store }: Context): RequestHandler =>
  async (request, response) => {
    const link = await readLink(store, keptId(request));
    if (!link) throw new NotKept();
    response.json(link);
  };

/**
 * `GET /l/:id`: leads to the address. Whoever follows it sees there what they may see: the address itself
 * holds no data.
 */
export const followLink =
  ({ store }: Pick<Context, 'store'>): RequestHandler =>
  async (request, response) => {
    const link = await readLink(store, keptId(request));
    if (!link) throw new NotKept();
    response.set('Cache-Control', 'no-store').redirect(303, link.address);
  };

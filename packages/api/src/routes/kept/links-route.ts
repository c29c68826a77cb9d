import { linkContent } from '@hotline-atlas/model/wire';
import { makeLink, NotKept, readLink } from '@hotline-atlas/store';
import type { Request, RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { ownAddress } from '../../context/own-address.ts';
import { readBody } from '../../context/read-body.ts';
import { NotSignedIn } from '../../problems/failures.ts';
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

/** Whether somebody known asks. */
async function isKnown({ personOf }: Pick<Context, 'personOf'>, request: Request): Promise<boolean> {
  try {
    await personOf(request);
    return true;
  } catch (error) {
    if (error instanceof NotSignedIn) return false;
    throw error;
  }
}

/**
 * `GET /l/:id`: leads to the address, or first to the page for signing in. Whoever follows it sees there what
 * they may see. The address holds no data, but filters and words somebody searched for.
 */
export const followLink =
  (context: Pick<Context, 'store' | 'personOf'>): RequestHandler =>
  async (request, response, next) => {
    const id = keptId(request);
    response.set('Cache-Control', 'no-store');
    if (!(await isKnown(context, request))) {
      response.redirect(303, `/sign-in?${new URLSearchParams({ to: `/l/${id}` })}`);
      return;
    }
    const link = await readLink(context.store, id);
    // A reader gets the page that says so and leads on, as not found.
    if (!link && request.accepts(['json', 'html']) === 'html') {
      response.status(404);
      return next();
    }
    if (!link) throw new NotKept();
    response.redirect(303, link.address);
  };

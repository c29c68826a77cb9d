import { tokenToMake } from '@hotline-atlas/model/wire';
import type { RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { readBody } from '../../context/read-body.ts';
import { accountsOf, unkept } from './asked-access.ts';

/** `GET /api/tokens`: one's own. */
export const answerTokens =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const owner = await context.personOf(request);
    unkept(response).json({ tokens: await accountsOf(context).tokens.list(owner) });
  };

/** `POST /api/tokens`: the only time the token is told. */
export const answerTokenToMake =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const owner = await context.personOf(request);
    const asked = await readBody(request, tokenToMake);
    unkept(response).json(await accountsOf(context).tokens.make(asked, owner));
  };

/** `DELETE /api/tokens/:id`: it counts no more. */
export const answerTokenRemoval =
  (context: Context): RequestHandler<{ id: string }> =>
  async (request, response) => {
    const owner = await context.personOf(request);
    await accountsOf(context).tokens.remove(request.params.id, owner);
    unkept(response).status(204).end();
  };

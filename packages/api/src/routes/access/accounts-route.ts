import { accountChange, accountToAdd } from '@hotline-atlas/model/wire';
import type { RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { readBody } from '../../context/read-body.ts';
import { keepingOf, unkept } from './asked-access.ts';

/** `GET /api/accounts` */
export const answerAccounts =
  (context: Context): RequestHandler =>
  async (_request, response) => {
    unkept(response).json(await keepingOf(context).accounts.list());
  };

/** `POST /api/accounts`: answers the account, and the link that sets its password. */
export const answerAccountToAdd =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const asked = await readBody(request, accountToAdd);
    const { name } = await context.personOf(request);
    unkept(response).json(await keepingOf(context).accounts.add(asked, name));
  };

/** `PATCH /api/accounts/:name` */
export const answerAccountChange =
  (context: Context): RequestHandler<{ name: string }> =>
  async (request, response) => {
    const asked = await readBody(request, accountChange);
    const { name } = await context.personOf(request);
    unkept(response).json(await keepingOf(context).accounts.change(request.params.name, asked, name));
  };

/** `POST /api/accounts/:name/invitation`: a new one-time link; the one before works no more. */
export const answerInvitationToMake =
  (context: Context): RequestHandler<{ name: string }> =>
  async (request, response) => {
    const { name } = await context.personOf(request);
    unkept(response).json(await keepingOf(context).accounts.invite(request.params.name, name));
  };

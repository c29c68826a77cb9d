import {
  codeProof,
  invitationCheck,
  invitationUse,
  passwordChange,
  passwordProof,
  signIn,
} from '@hotline-atlas/model/wire';
import type { RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { readBody } from '../../context/read-body.ts';
import { accountsOf, answerCookies, askerIn, keepingOf, unkept } from './asked-access.ts';

/** `POST /api/sign-in`: a new session, as a cookie. */
export const answerSignIn =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const access = accountsOf(context);
    const asked = await readBody(request, signIn);
    answerCookies(response, await access.signIn.signIn(asked, askerIn(request)));
  };

/** `POST /api/sign-out`: ends the session of the cookie. */
export const answerSignOut =
  (context: Context): RequestHandler =>
  async (request, response) => {
    answerCookies(response, await accountsOf(context).signIn.signOut(askerIn(request).headers));
  };

/** `POST /api/invitation`: sets the password of the account a one-time link is for. */
export const answerInvitation =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const account = await keepingOf(context).invitations.use(await readBody(request, invitationUse));
    unkept(response).json({ account });
  };

/** `POST /api/invitation/check`: whose password a one-time link sets. */
export const answerInvitationCheck =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const { invitation } = await readBody(request, invitationCheck);
    unkept(response).json({ account: await keepingOf(context).invitations.check(invitation) });
  };

/** `POST /api/password`: sets another password of one's own account. */
export const answerPassword =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const { ownAccount } = accountsOf(context);
    const { name } = await context.personOf(request);
    const asked = await readBody(request, passwordChange);
    answerCookies(response, await ownAccount.changePassword(name, asked, askerIn(request)));
  };

/** `POST /api/second-factor`: a secret for an authenticator. */
export const answerSecondFactor =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const { ownAccount } = accountsOf(context);
    const { name } = await context.personOf(request);
    const asked = await readBody(request, passwordProof);
    unkept(response).json(await ownAccount.beginSecondFactor(name, asked, askerIn(request)));
  };

/** `POST /api/second-factor/confirm`: from now on a code is asked for. */
export const answerSecondFactorConfirm =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const { ownAccount } = accountsOf(context);
    const { name } = await context.personOf(request);
    const asked = await readBody(request, codeProof);
    answerCookies(response, await ownAccount.confirmSecondFactor(name, asked, askerIn(request)));
  };

/** `DELETE /api/second-factor` */
export const answerSecondFactorRemoval =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const { ownAccount } = accountsOf(context);
    const { name } = await context.personOf(request);
    const asked = await readBody(request, passwordProof);
    answerCookies(response, await ownAccount.removeSecondFactor(name, asked, askerIn(request)));
  };

import type { Access } from '@hotline-atlas/access';
import type { Request, Response } from 'express';
import type { Context } from '../../context/context.ts';
import { NotAllowed } from '../../problems/failures.ts';

/**
 * Sign-in and what belongs to it.
 * @throws NotAllowed where access is open: nobody has an account to sign in with
 */
export function accountsOf({ access }: Context): Access {
  if (access?.mode !== 'accounts')
    throw new NotAllowed(
      'Access is open on this machine, so nobody signs in. ACCESS=accounts asks for accounts.',
    );
  return access;
}

/**
 * Accounts and the audit, which a command of this machine keeps with open access, too.
 * @throws NotAllowed where there is no store
 */
export function keepingOf({ access }: Context): Access {
  if (!access) throw new NotAllowed('There are no accounts here.');
  return access;
}

/** Who tries something, as their browser and network tell. */
export const askerIn = ({ headers, ip, socket }: Request) => ({
  headers: {
    ...(headers.cookie !== undefined && { cookie: headers.cookie }),
    ...(headers['user-agent'] !== undefined && { 'user-agent': headers['user-agent'] }),
  },
  address: ip ?? socket.remoteAddress ?? 'unknown',
});

/** Nothing of an answer about accounts is kept by anybody. */
export const unkept = (response: Response): Response => response.set('Cache-Control', 'no-store');

/** Answers with nothing but cookies. */
export const answerCookies = (response: Response, cookies: readonly string[]): void => {
  unkept(response)
    .append('Set-Cookie', [...cookies])
    .status(204)
    .end();
};

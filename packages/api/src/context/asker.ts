import type { Person } from '@hotline-atlas/access';
import type { Scope } from '@hotline-atlas/model';
import { callerKeyOf, numberKeyOf, type Reader, sealFor } from '@hotline-atlas/query';
import type { Request, Response } from 'express';
import { ClientLeft, NotAllowed } from '../problems/failures.ts';
import type { Context } from './context.ts';
import { scopeOf } from './scope-of.ts';

/** Who asks, and what they may see. */
export interface Asker {
  person: Person;
  scope: Scope;
}

/**
 * Who asks for appeals.
 * @throws NotSignedIn, and NotAllowed where they see none
 */
export async function askerOf(context: Pick<Context, 'personOf'>, request: Request): Promise<Asker> {
  const person = await context.personOf(request);
  return { person, scope: scopeOf(person) };
}

/** Whom records are written for. */
export const readerOf = ({ city, secret }: Pick<Context, 'city' | 'secret'>, { scope }: Asker): Reader => ({
  scope,
  callerKey: callerKeyOf(scope, secret),
  numberKey: numberKeyOf(scope, secret),
  timeZone: city.time_zone,
});

/**
 * The seal of somebody's cursors; of no use to others, nor to them once they see more or less, nor for
 * another selection.
 * @param selection as it stands in an address, without its order
 */
export const cursorSealOf = (
  { secret }: Pick<Context, 'secret'>,
  { person, scope }: Asker,
  selection: string,
) => sealFor(secret, JSON.stringify([person.name, scope, selection]));

/** Milliseconds between two looks at whether somebody may still see what they asked for. */
const lookAgain = 1000;

/**
 * Aborts when the client leaves before its answer is complete, and within a second or two once whoever asks
 * may not see it any more: their session ended, or they see less. An answer that has begun is cut off.
 */
export function answerSignal(
  { stillAllowed }: Pick<Context, 'stillAllowed'>,
  { person }: Asker,
  response: Response,
): AbortSignal {
  const controller = new AbortController();
  const end = () => {
    controller.abort(new NotAllowed('What you may see has changed meanwhile. Sign in, or ask again.'));
    if (response.headersSent) response.destroy();
  };
  let looking = false;
  const look = setInterval(async () => {
    if (looking) return;
    looking = true;
    const allowed = await stillAllowed(person).catch(() => false);
    looking = false;
    if (!allowed && !response.writableFinished) end();
  }, lookAgain);
  response.once('close', () => {
    clearInterval(look);
    if (!response.writableFinished) controller.abort(new ClientLeft('The client left'));
  });
  return controller.signal;
}

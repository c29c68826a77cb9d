import { InvalidQuestion, type RawParameters } from '@hotline-atlas/model';
import type { History } from '@hotline-atlas/query';
import type { Request, Response } from 'express';
import { ClientLeft, NotReady } from '../problems/failures.ts';
import type { Context } from './context.ts';

const longestAddress = 8000;

/** Parameters by name, every name once with its values in order. */
export const parametersByName = (sent: URLSearchParams): RawParameters =>
  Object.fromEntries([...new Set(sent.keys())].map((name) => [name, sent.getAll(name)]));

/** The parameters of an address. */
export function parametersOf({ originalUrl }: Pick<Request, 'originalUrl'>): RawParameters {
  if (originalUrl.length > longestAddress)
    throw new InvalidQuestion(
      'address',
      `${originalUrl.slice(0, 60)}…`,
      `keep it under ${longestAddress} characters`,
    );
  const [, query = ''] = /\?([^#]*)/.exec(originalUrl) ?? [];
  return parametersByName(new URLSearchParams(query));
}

/** Aborts when the client leaves before its answer is complete. */
export function disconnectSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new ClientLeft('The client left'));
  });
  return controller.signal;
}

/**
 * The newest version of the data.
 * @throws NotReady while there is none
 */
export async function readyHistory(context: Pick<Context, 'history' | 'progress'>): Promise<History> {
  const history = await context.history();
  if (!history)
    throw new NotReady(
      context.progress() === undefined
        ? 'No appeals have been loaded yet: load files with pnpm ingest.'
        : 'The data is still being loaded; /api/health says how far it is.',
    );
  return history;
}

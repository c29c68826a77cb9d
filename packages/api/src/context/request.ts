import { InvalidQuestion, type RawParameters, type Scope } from '@hotline-atlas/model';
import type { History } from '@hotline-atlas/query';
import type { Request } from 'express';
import { NotReady } from '../problems/failures.ts';
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

/** Where the newest version of the data is found. */
export type Versions = Pick<Context, 'history' | 'seenBy' | 'progress'>;

/**
 * The newest version of the data, as somebody sees it.
 * @throws NotReady while there is none
 */
export async function readyHistory(context: Versions, scope: Scope): Promise<History> {
  const history = await context.history();
  if (!history)
    throw new NotReady(
      context.progress() === undefined
        ? 'No appeals have been loaded yet: load files with pnpm ingest.'
        : 'The data is still being loaded; /api/health says how far it is.',
    );
  return context.seenBy(history, scope);
}

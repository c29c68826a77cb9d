import { createHash, randomUUID } from 'node:crypto';
import type { Scope } from '@hotline-atlas/model';
import type { History } from '@hotline-atlas/query';
import type { Request } from 'express';

/** An answer as it is sent and cached. */
export interface CachedAnswer {
  type: string;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** Bytes it takes in the cache. */
  length: number;
}

/**
 * Part of every ETag: another run of the server may answer the same question of the same data in other words.
 */
const program = randomUUID();

/**
 * The cache key of an answer: the question, the scope, and the version of the data. Two versions never share
 * a key, so a load leaves nothing stale.
 * @param canonical the text of the question
 */
export const cacheKeyOf = (
  canonical: string,
  scope: Scope,
  { publication: { version, published } }: History,
  type: string,
): string => `${canonical} ${JSON.stringify([scope, version, published, type])}`;

/** The ETag of an answer: it changes exactly when the answer does. */
export const etagOf = (key: string): string =>
  `"${createHash('sha256').update(program).update(key).digest('base64url').slice(0, 27)}"`;

/** Whether the client holds an answer and asks if it is still valid. */
export const isConditional = (request: Request): boolean => request.get('If-None-Match') !== undefined;

/** Whether the client already holds the answer of an ETag. */
export function holdsEtag(request: Request, tag: string): boolean {
  const held = request.get('If-None-Match')?.split(',') ?? [];
  return held.some((each) => each.trim().replace(/^W\//, '') === tag);
}

/** Whether the client asks to bypass the cache (`Cache-Control: no-store`): measurements do. */
export const bypassesCache = (request: Request): boolean =>
  /\bno-store\b/.test(request.get('Cache-Control') ?? '');

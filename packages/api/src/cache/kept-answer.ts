import { createHash, randomUUID } from 'node:crypto';
import type { Query, Scope } from '@hotline-atlas/model';
import type { History } from '@hotline-atlas/query';
import type { Request } from 'express';

/** An answer as it is sent. */
export interface KeptAnswer {
  type: string;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** Bytes it takes to keep. */
  length: number;
}

/** Another program may answer the same question of the same data in other words. */
const program = randomUUID();

const sorted = ({ where, ...query }: Query): Query => ({
  ...query,
  where: where
    .map((clause) => ({ ...clause, values: [...new Set(clause.values)].sort() }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
});

/**
 * What an answer is kept by: the question as it was understood, in one order, who asks, and the version of the data. Two questions never
 * share an answer, however they are written; nor do two versions, so that nothing old is left the moment a load is published.
 */
export const keyOfAnswer = (query: Query, scope: Scope, { publication }: History, type: string): string =>
  JSON.stringify([sorted(query), scope, publication.version, publication.published, type]);

/** The validator of an answer: the same exactly while the answer is. */
export const tagOfAnswer = (key: string): string =>
  `"${createHash('sha256').update(program).update(key).digest('base64url').slice(0, 27)}"`;

/** Whether whoever asks holds an answer, which may be that of now. */
export const isConditional = (request: Request): boolean => request.get('If-None-Match') !== undefined;

/** Whether whoever asks holds the answer of a validator already. */
export function holds(request: Request, tag: string): boolean {
  const held = request.get('If-None-Match')?.split(',') ?? [];
  return held.some((each) => each.trim().replace(/^W\//, '') === tag);
}

/** Whether the answer has to be worked out anew, and not be kept: for measuring. */
export const asksAfresh = (request: Request): boolean =>
  /\bno-store\b/.test(request.get('Cache-Control') ?? '');

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Evaluation, MovedRankTold, Scheme } from '@hotline-atlas/model';

/** What is frozen of a group of a month: everything that is told of it to whoever sees all. */
export interface FrozenGroup {
  answer: Evaluation;
  /** What moved the rank of each unit; null where it had no score in one of both months. */
  moved: Record<string, MovedRankTold | null>;
  /** The rules, whatever the file of schemes says later. */
  scheme: Scheme;
}

/** What was frozen, as it is kept: JSON in gzip, and the SHA-256 of the JSON. */
export function frozenBytes(frozen: FrozenGroup): { hash: string; body: Buffer } {
  const json = JSON.stringify(frozen);
  return { hash: createHash('sha256').update(json).digest('hex'), body: gzipSync(json, { level: 9 }) };
}

/** The hash of a month: over those of its groups, in the order of the scheme. */
export const hashOfGroups = (groups: readonly { group: string; hash: string }[]): string =>
  createHash('sha256')
    .update(groups.map(({ group, hash }) => `${group} ${hash}\n`).join(''))
    .digest('hex');

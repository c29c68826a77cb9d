import { createHmac } from 'node:crypto';
import type { Scope } from '@hotline-atlas/model';

/** The two halves of the key by which callers become pseudonyms: whole numbers of 64 bits, as texts. */
export type CallerKey = readonly [string, string];

/**
 * The key of the pseudonyms of a scope's project; null where callers are not seen. Whoever knows pseudonyms
 * of two projects cannot tell which are of the same caller.
 * @param secret of the server; neither it nor the key is logged, cached or written into a statement
 */
export function callerKeyOf({ callers }: Pick<Scope, 'callers'>, secret: Buffer): CallerKey | null {
  if (callers === null) return null;
  const key = createHmac('sha256', secret).update(`callers of ${callers}`).digest();
  return [String(key.readBigUInt64LE(0)), String(key.readBigUInt64LE(8))];
}

import type { Context } from './context.ts';
import { keyedHash } from './keyed-hash.ts';

/**
 * A question as it stands in an address, as it is kept where no erasure reaches: a keyed hash stands for the
 * words that were searched for, which may name a person.
 */
export function withoutWords(context: Pick<Context, 'secret'>, asked: string): string {
  const kept = new URLSearchParams(asked);
  const words = kept.get('q');
  if (words === null) return asked;
  kept.delete('q');
  kept.set('words', keyedHash(context, words));
  return `${kept}`;
}

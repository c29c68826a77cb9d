import type { History } from '@hotline-atlas/query';
import { cachedFor } from './cached.ts';

/** A history is looked up again after this long, in milliseconds. */
const fresh = 250;

/**
 * An edition may be read for so long after it was the newest, in milliseconds. Its tables are kept for a
 * minute after another one replaced it (`dropAbandoned` of ingest); what begins to read it by then has time
 * to end.
 */
const readable = 30_000;

/**
 * The newest edition of the data, and the one that was the newest last, while its tables are certainly there.
 * An answer from the last one is right for its version, though tables may be arranged anew meanwhile.
 */
export function newestHistory(read: () => Promise<History | null>): {
  history: () => Promise<History | null>;
  lastHistory: () => History | null;
} {
  let last: { history: History | null; at: number } = { history: null, at: 0 };
  return {
    history: cachedFor(fresh, async () => {
      const at = Date.now();
      last = { history: await read(), at };
      return last.history;
    }),
    lastHistory: () => (Date.now() - last.at < readable ? last.history : null),
  };
}

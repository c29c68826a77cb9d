import { LRUCache } from 'lru-cache';
import { createSingleFlight } from './single-flight.ts';

/** Something of a length in bytes. */
interface Sized {
  length: number;
}

/** A cache bound by size, with single flight: callers who ask for a key at the same time share one call. */
export interface AnswerCache<Value extends Sized = Buffer> {
  /**
   * The answer of a key; `make` makes it where it is not cached. The signal of `make` aborts when the last
   * caller leaves. A failure is not cached.
   */
  answer(key: string, signal: AbortSignal, make: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
}

/** An empty cache; the least recently used answers leave first. @param room most bytes of all answers */
export function createAnswerCache<Value extends Sized = Buffer>(room: number): AnswerCache<Value> {
  const cache = new LRUCache<string, Value>({
    maxSize: room,
    sizeCalculation: ({ length }) => Math.max(1, length),
  });
  const flights = createSingleFlight<string, Value>();
  return {
    async answer(key, signal, make) {
      signal.throwIfAborted();
      return (
        cache.get(key) ??
        flights.join(key, signal, async (whileWanted) => {
          const made = await make(whileWanted);
          cache.set(key, made);
          return made;
        })
      );
    },
  };
}

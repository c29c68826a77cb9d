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

interface Entry<Value> {
  body: Promise<Value>;
  size: number;
  waiting: number;
  abort: AbortController;
}

/** An empty cache; the least recently used answers leave first. @param room most bytes of all answers */
export function createAnswerCache<Value extends Sized = Buffer>(room: number): AnswerCache<Value> {
  const entries = new Map<string, Entry<Value>>();

  function evict(): void {
    let used = [...entries.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [key, { size }] of entries) {
      if (used <= room) return;
      if (size === 0) continue;
      entries.delete(key);
      used -= size;
    }
  }

  function begin(key: string, make: (signal: AbortSignal) => Promise<Value>): Entry<Value> {
    const abort = new AbortController();
    const entry: Entry<Value> = { body: make(abort.signal), size: 0, waiting: 0, abort };
    entries.set(key, entry);
    entry.body.then(
      ({ length }) => {
        entry.size = length;
        evict();
      },
      () => {
        if (entries.get(key) === entry) entries.delete(key);
      },
    );
    return entry;
  }

  function leave(key: string, entry: Entry<Value>, reason: unknown): void {
    entry.waiting -= 1;
    if (entry.waiting > 0 || entry.size > 0) return;
    if (entries.get(key) === entry) entries.delete(key);
    entry.abort.abort(reason);
  }

  return {
    async answer(key, signal, make) {
      signal.throwIfAborted();
      const known = entries.get(key);
      const entry = known ?? begin(key, make);
      if (known) {
        entries.delete(key);
        entries.set(key, known);
      }
      entry.waiting += 1;
      const gone = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
      try {
        return await Promise.race([entry.body, gone]);
      } finally {
        leave(key, entry, signal.reason);
      }
    },
  };
}

import type { LoadEntry } from '../tables/ledger.ts';

/** Files that were loaded and can become visible together. */
export interface Batch {
  loaded: LoadEntry[];
  rows: number;
}

/**
 * Loads what `next` hands out, several at a time, until it hands out nothing or enough rows have come
 * together. Fails with the first failure, but only when nothing is under way any more.
 */
export async function loadBatch<Task>(
  next: () => Promise<Task | null>,
  load: (task: Task) => Promise<LoadEntry | null>,
  { atATime, rows: enough }: { atATime: number; rows: number },
): Promise<Batch> {
  const batch: Batch = { loaded: [], rows: 0 };
  let failed = false;
  let turn: Promise<unknown> = Promise.resolve();
  const take = (): Promise<Task | null> => {
    const taken = turn.then(() => (failed || batch.rows >= enough ? null : next()));
    turn = taken.catch(() => null);
    return taken;
  };
  const work = async () => {
    try {
      for (let task = await take(); task !== null; task = await take()) {
        const entry = await load(task);
        if (!entry) continue;
        batch.loaded.push(entry);
        batch.rows += entry.read;
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: atATime }, work));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  batch.loaded.sort((a, b) => a.load - b.load);
  return batch;
}

import { setTimeout } from 'node:timers/promises';
import type { Database } from '@hotline-atlas/clickhouse';
import { dropUnlistedYears } from '../finish/complete-years.ts';
import { dropAbandoned, graceSeconds } from '../finish/drop-abandoned.ts';
import { mergeRollups } from '../finish/merge-rollups.ts';
import { countOf } from '../tables/count-of.ts';
import { takeIngestLock } from '../tables/ingest-lock.ts';

/** Tables that hold texts and callers. */
const holding = ['appeal', 'appeal_newest', 'appeal_version', 'rejected_row'];

/** Parts that were replaced and are still on disk: the engine removes them by itself. */
const partsLeft = (database: Database): Promise<number> =>
  countOf(
    database,
    'SELECT count() AS found FROM system.parts WHERE database = currentDatabase() AND NOT active AND table IN {holding:Array(String)}',
    { holding },
  );

/** The engine keeps parts that were merged for eight minutes, in case a power failure takes the new ones. */
const mostSeconds = 660;

/** Lets time pass, until a signal ends it. */
const pauseFor = async (seconds: number, signal?: AbortSignal): Promise<void> => {
  await setTimeout(1000 * seconds, undefined, { ...(signal && { signal }) }).catch(() => undefined);
};

export interface ClearingOptions {
  signal?: AbortSignal;
  /** How time is let pass. */
  pause?: typeof pauseFor;
}

/**
 * Removes from disk what an erasure replaced, once no reader can be reading it: a minute later. Stopped
 * anywhere, the next load or start goes on with it, but for what it would leave for later.
 * @returns whether no replaced part is left of the tables that hold texts and callers
 */
export async function clearAway(
  database: Database,
  { signal, pause = pauseFor }: ClearingOptions = {},
): Promise<boolean> {
  await pause(graceSeconds + 1, signal);
  if (signal?.aborted) return false;
  const lock = await takeIngestLock(database);
  try {
    await dropAbandoned(database, true);
    await dropUnlistedYears(database);
  } finally {
    await lock.release();
  }
  await mergeRollups(database, signal);
  for (let waited = 0; waited < mostSeconds && !signal?.aborted; waited++) {
    if ((await partsLeft(database)) === 0) return true;
    await pause(1, signal);
  }
  return false;
}

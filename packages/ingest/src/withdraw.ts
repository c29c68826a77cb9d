import { type Database, precedence, withSettings } from '@hotline-atlas/clickhouse';
import { completeRollups } from './finish/complete-rollups.ts';
import { dropAbandoned } from './finish/drop-abandoned.ts';
import type { IngestEvents } from './ingest.ts';
import { publish } from './publish/publish.ts';
import { LoadError } from './read/load-error.ts';
import { countOf } from './tables/count-of.ts';
import { type IngestLock, takeIngestLock } from './tables/ingest-lock.ts';
import { type LoadEntry, loadNumbers, readLoads } from './tables/ledger.ts';
import { withItsCause } from './tables/room.ts';

/** What taking a load back came to. */
export interface WithdrawalReport {
  withdrawn: number;
  file: string;
  /** Appeals only this load knew of, which are gone. */
  removed: number;
  /** Appeals it had brought or corrected, which other loads know of: they say what those say. */
  changed: number;
}

const list = 'pnpm ingest --loads lists them';

const isAmong = async (database: Database, loads: string, load: number): Promise<boolean> =>
  (await countOf(database, `SELECT count() AS found FROM publication WHERE has(${loads}, {load:UInt32})`, {
    load,
  })) > 0;

/**
 * Loads of earlier releases did not keep what they corrected or repeated, so that what was known before them
 * is not known any more.
 * @throws LoadError when that concerns a load
 */
async function assertKept(database: Database, { load, file, fields }: LoadEntry): Promise<void> {
  if (fields.length > 0) return;
  const lost = await countOf(
    database,
    `SELECT count() AS found FROM load FINAL
WHERE load IN (SELECT load FROM counting_load) AND load >= {load:UInt32} AND empty(fields) AND corrected + repeated > 0`,
    { load },
  );
  if (lost > 0)
    throw new LoadError(
      `Load ${load} (${file}) cannot be taken back: it was loaded by an earlier release, which did not keep what corrections replaced. Load the other files into a new database (set DATA_DIR to another folder).`,
    );
}

/** @throws LoadError when there is no such load, or it does not count any more */
async function withdrawable(database: Database, load: number): Promise<LoadEntry> {
  const [entry] = await readLoads(database, [load]);
  if (!entry || !(await isAmong(database, 'loads', load)))
    throw new LoadError(`There is no load ${load}: ${list}.`);
  if (await isAmong(database, 'withdrawn', load))
    throw new LoadError(
      `Load ${load} (${entry.file}) does not count any more: it was taken back or replaced; ${list}.`,
    );
  await assertKept(database, entry);
  return entry;
}

async function withdrawLocked(
  database: Database,
  load: number,
  lock: IngestLock,
  events: IngestEvents,
): Promise<WithdrawalReport> {
  const { file } = await withdrawable(database, load);
  await dropAbandoned(database);
  const coming = { loaded: [], withdrawn: [load] };
  const { removed, changed } = await publish(database, coming, loadNumbers(database), lock, events);
  await completeRollups(database, lock, events.onSummed);
  return { withdrawn: load, file, removed, changed };
}

/**
 * Takes a load back: everything it brought or corrected is as if it had never been loaded, in all tables at
 * the same moment. Interrupted before that moment, nothing has happened.
 * @param handed the ingest lock, where finishing goes on under it; else one is taken and released
 * @throws LoadError when there is no such load, or it was taken back already; DatabaseError when the engine
 * fails
 */
export async function withdraw(
  database: Database,
  load: number,
  events: IngestEvents = {},
  handed?: IngestLock,
): Promise<WithdrawalReport> {
  const lock = handed ?? (await takeIngestLock(database, events.onWait));
  try {
    return await withdrawLocked(withSettings(database, precedence.loading), load, lock, events);
  } catch (error) {
    throw await withItsCause(database, error);
  } finally {
    if (!handed) await lock.release();
  }
}

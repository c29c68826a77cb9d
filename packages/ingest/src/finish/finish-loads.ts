import { acquireLock, type Database, precedence, withSettings } from '@hotline-atlas/clickhouse';
import { withItsCause } from '../tables/room.ts';
import { completeRollups } from './complete-rollups.ts';
import { completeYears } from './complete-years.ts';
import { dropAbandoned } from './drop-abandoned.ts';
import { mergeRollups } from './merge-rollups.ts';
import { buildSearchIndex, type SearchIndexEvents, type SearchIndexReport } from './search-index.ts';

/** Removes what was replaced, and sums up what is not: rollups a newer version of Hotline Atlas brought, and years. A load that comes meanwhile waits. */
async function completeSums(database: Database, signal?: AbortSignal): Promise<void> {
  const lock = await acquireLock(database, 'ingest');
  const patient = withSettings(database, precedence.loading);
  try {
    await dropAbandoned(patient);
    if (!signal?.aborted) await completeRollups(patient, lock);
    if (!signal?.aborted) await completeYears(patient, lock, { signal });
  } finally {
    await lock.release().catch(() => undefined);
  }
}

/**
 * What is left to do once everything counts: sums of years, rollups in few parts, and the index of the texts. Stopped anywhere and
 * called again, it goes on.
 * @throws DatabaseError when the engine fails; nothing but speed is lost
 */
export async function finishLoads(
  database: Database,
  events: SearchIndexEvents = {},
  signal?: AbortSignal,
): Promise<SearchIndexReport> {
  try {
    await completeSums(database, signal);
    await mergeRollups(database, signal);
  } catch (error) {
    throw await withItsCause(database, error);
  }
  return buildSearchIndex(database, events, signal);
}

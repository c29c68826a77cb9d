import type { Database } from '@hotline-atlas/clickhouse';
import { mergeRollups } from './merge-rollups.ts';
import { withItsCause } from './room.ts';
import { buildSearchIndex, type SearchIndexEvents, type SearchIndexReport } from './search-index.ts';

/**
 * What is left to do once everything counts: rollups in few parts, and the index of the texts. Stopped anywhere and called again, it
 * goes on.
 * @throws DatabaseError when the engine fails; nothing but speed is lost
 */
export async function finishLoads(
  database: Database,
  events: SearchIndexEvents = {},
  signal?: AbortSignal,
): Promise<SearchIndexReport> {
  try {
    await mergeRollups(database, signal);
  } catch (error) {
    throw await withItsCause(database, error);
  }
  return buildSearchIndex(database, events, signal);
}

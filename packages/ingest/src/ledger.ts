import { Readable } from 'node:stream';
import type { Database } from '@hotline-atlas/clickhouse';

export type LoadState = 'reserved' | 'loaded' | 'failed' | 'rewriting';

/** One line of the ledger: a file on its way in. `read` = `kept` + `rejected`, `kept` = `added` + `corrected` + `repeated`. */
export interface LoadEntry {
  load: number;
  file: string;
  source: string;
  synthetic: number;
  content_hash: string;
  source_hash: string;
  bytes: number;
  /** UTC, `2024-01-01 00:00:00.000`. */
  started: string;
  read: number;
  kept: number;
  rejected: number;
  added: number;
  corrected: number;
  repeated: number;
  state: LoadState;
  problem: string;
}

/** The present moment as ClickHouse reads it, UTC. */
export const now = (): string => new Date().toISOString().replace('T', ' ').replace('Z', '');

/** Writes the newest state of loads; earlier lines of them no longer count. */
export async function recordLoads(database: Database, entries: readonly LoadEntry[]): Promise<void> {
  const written = now();
  const lines = entries.map((entry) => JSON.stringify({ ...entry, written })).join('\n');
  if (entries.length > 0)
    await database.insert({ sql: 'INSERT INTO load FORMAT JSONEachRow' }, Readable.from([lines]));
}

/** A line that says nothing of a file yet. */
export const blankEntry: Omit<LoadEntry, 'load' | 'state'> = {
  file: '',
  source: '',
  synthetic: 0,
  content_hash: '',
  source_hash: '',
  bytes: 0,
  started: '1970-01-01 00:00:00.000',
  read: 0,
  kept: 0,
  rejected: 0,
  added: 0,
  corrected: 0,
  repeated: 0,
  problem: '',
};

/** Numbers are taken from the ledger this many at a time: one line for many small files. */
const numbersAtATime = 32;

/** Hands out numbers no load has had, in the order they are asked for. */
export function loadNumbers(database: Database): () => Promise<number> {
  let next = 0;
  let reserved = 0;
  const reserve = async () => {
    const { rows } = await database.rows<{ next: number }>({
      sql: 'SELECT toUInt32(max(load) + 1) AS next FROM load',
    });
    next = rows[0]?.next ?? 1;
    reserved = next + numbersAtATime;
    await recordLoads(database, [{ ...blankEntry, load: reserved - 1, started: now(), state: 'reserved' }]);
  };
  return async () => {
    if (next >= reserved) await reserve();
    return next++;
  };
}

/** Published loads of a source by the hash of their bytes. */
export async function publishedLoads(
  database: Database,
  sourceHash: string,
): Promise<Map<string, LoadEntry>> {
  const { rows } = await database.rows<LoadEntry>({
    sql: `SELECT * EXCEPT written FROM load FINAL
WHERE source_hash = {sourceHash:String} AND load IN (SELECT arrayJoin(loads) FROM publication)`,
    parameters: { sourceHash },
  });
  return new Map(rows.map((entry) => [entry.content_hash, entry]));
}

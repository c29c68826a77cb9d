import { Readable } from 'node:stream';
import type { Database } from '@hotline-atlas/clickhouse';

export type LoadState = 'loading' | 'loaded' | 'failed' | 'rewriting';

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

/** Writes the newest state of a load; earlier lines of it no longer count. */
export async function recordLoad(database: Database, entry: LoadEntry): Promise<void> {
  const line = JSON.stringify({ ...entry, written: now() });
  await database.insert({ sql: 'INSERT INTO load FORMAT JSONEachRow' }, Readable.from([line]));
}

/** The next number no load has had. Call it under the ingest lock. */
export async function nextLoadNumber(database: Database): Promise<number> {
  const { rows } = await database.rows<{ next: number }>({
    sql: 'SELECT toUInt32(max(load) + 1) AS next FROM load',
  });
  return rows[0]?.next ?? 1;
}

/** The published load of the same bytes by the same source, if there is one. */
export async function findPublishedLoad(
  database: Database,
  contentHash: string,
  sourceHash: string,
): Promise<LoadEntry | null> {
  const { rows } = await database.rows<LoadEntry>({
    sql: `SELECT * EXCEPT written FROM load FINAL
WHERE content_hash = {contentHash:String} AND source_hash = {sourceHash:String}
  AND load IN (SELECT arrayJoin(loads) FROM publication)
LIMIT 1`,
    parameters: { contentHash, sourceHash },
  });
  return rows[0] ?? null;
}

import { Readable } from 'node:stream';
import { type Database, nextNumber } from '@hotline-atlas/clickhouse';

type LoadState = 'reserved' | 'loaded' | 'failed' | 'rewriting';

/**
 * One line of the ledger: a file on its way in. `read` = `kept` + `rejected`, `kept` = `added` + `corrected`
 * + `repeated`.
 */
export interface LoadEntry {
  load: number;
  file: string;
  source: string;
  synthetic: number;
  content_hash: string;
  source_hash: string;
  /** Fields the file speaks of; none: all of them. */
  fields: string[];
  bytes: number;
  /** UTC, `2024-01-01 00:00:00.000`. */
  started: string;
  read: number;
  kept: number;
  rejected: number;
  added: number;
  corrected: number;
  repeated: number;
  /**
   * The version of the data for which `added`, `corrected` and `repeated` were counted anew; 0: not since it
   * was loaded.
   */
  recounted: number;
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
  fields: [],
  bytes: 0,
  started: '1970-01-01 00:00:00.000',
  read: 0,
  kept: 0,
  rejected: 0,
  added: 0,
  corrected: 0,
  repeated: 0,
  recounted: 0,
  problem: '',
};

/** Generations that are held somewhere, their sums among them. */
async function heldGenerations(database: Database): Promise<number[]> {
  const { rows } = await database.rows<{ generation: number }>({
    sql: `SELECT DISTINCT toUInt32(partition) AS generation FROM system.parts
WHERE database = currentDatabase() AND active AND table IN ('appeal', 'appeal_newest')
UNION DISTINCT SELECT generation FROM dropped_generation`,
  });
  return rows.map(({ generation }) => generation);
}

/** Hands out numbers no load has had, in the order they are asked for. Call it under the ingest lock. */
export function loadNumbers(database: Database): () => Promise<number> {
  let state: { last: number; held: number[] } | null = null;
  const begin = async () => {
    const { rows } = await database.rows<{ last: number }>({ sql: 'SELECT max(load) AS last FROM load' });
    return { last: rows[0]?.last ?? 0, held: await heldGenerations(database) };
  };
  return async () => {
    state ??= await begin();
    state.last = nextNumber(state.last, state.held);
    await recordLoads(database, [{ ...blankEntry, load: state.last, started: now(), state: 'reserved' }]);
    return state.last;
  };
}

/** Lines of loads, by number. */
export async function readLoads(database: Database, loads: readonly number[]): Promise<LoadEntry[]> {
  if (loads.length === 0) return [];
  const { rows } = await database.rows<LoadEntry>({
    sql: 'SELECT * EXCEPT written FROM load FINAL WHERE load IN {loads:Array(UInt32)} ORDER BY load',
    parameters: { loads },
  });
  return rows;
}

/** Loads of a source that count, by the hash of their bytes; of the same bytes, the newest last. */
export async function countingLoads(database: Database, source: string): Promise<Map<string, LoadEntry[]>> {
  const { rows } = await database.rows<LoadEntry>({
    sql: `SELECT * EXCEPT written FROM load FINAL
WHERE source = {source:String} AND load IN (SELECT load FROM counting_load) ORDER BY load`,
    parameters: { source },
  });
  const byContent = new Map<string, LoadEntry[]>();
  for (const entry of rows)
    byContent.set(entry.content_hash, [...(byContent.get(entry.content_hash) ?? []), entry]);
  return byContent;
}

import { type Database, readSql } from '@hotline-atlas/clickhouse';
import type { LoadEntry } from '../ledger.ts';
import { groupByIds, type IdRange } from './id-ranges.ts';
import { boundedMemory } from './limits.ts';

/** Incoming rows whose ids are compared at a time: what the engine's memory for it is bounded by. */
const rowsAtATime = 8_000_000;

export async function dropConflicts(database: Database): Promise<void> {
  for (const table of ['conflict', 'repeated_id'])
    await database.command({ sql: 'DROP TABLE IF EXISTS {table:Identifier} SYNC', parameters: { table } });
}

async function createConflicts(database: Database): Promise<void> {
  await dropConflicts(database);
  await database.command({
    sql: 'CREATE TABLE repeated_id (hash UInt64) ENGINE = MergeTree ORDER BY hash',
  });
  await database.command({
    sql: `CREATE TABLE conflict (id String, generation UInt32, load UInt32, line UInt64, stays UInt8, says LowCardinality(String))
ENGINE = MergeTree ORDER BY (id, load, line)`,
  });
}

async function repeatedIds(database: Database): Promise<number> {
  const { rows } = await database.rows<{ repeated: number }>({
    sql: 'SELECT count() AS repeated FROM repeated_id',
  });
  return rows[0]?.repeated ?? 0;
}

/**
 * Fills the table `conflict` with the versions of every appeal of which there is more than one, and which of them stays.
 * Generations whose ids cannot meet are never compared, so the cost follows what comes in, not what is there.
 */
export async function findConflicts(
  database: Database,
  incoming: readonly IdRange[],
  published: readonly IdRange[],
): Promise<void> {
  await createConflicts(database);
  for (const group of groupByIds(incoming, published)) {
    const { rows, ...generations } = group;
    const buckets = Math.max(1, Math.ceil(rows / rowsAtATime));
    for (let bucket = 0; bucket < buckets; bucket++) {
      await database.command({
        sql: readSql('publish/find_repeated_ids.sql'),
        parameters: { ...generations, buckets, bucket },
        settings: boundedMemory,
        label: 'find repeated ids',
      });
      if ((await repeatedIds(database)) === 0) continue;
      await database.command({
        sql: readSql('publish/find_conflicts.sql'),
        parameters: generations,
        settings: boundedMemory,
        label: 'find conflicts',
      });
      await database.command({ sql: 'TRUNCATE TABLE repeated_id SYNC' });
    }
  }
}

/** What each load added to what was known, by the conflicts found. */
export async function classify(database: Database, loads: readonly LoadEntry[]): Promise<LoadEntry[]> {
  const { rows } = await database.rows<{ load: number; corrected: number; repeated: number }>({
    sql: `SELECT load, countIf(says = 'corrected') AS corrected, countIf(says = 'repeated') AS repeated FROM conflict GROUP BY load`,
  });
  const found = new Map(rows.map((row) => [row.load, row]));
  return loads.map((entry) => {
    const { corrected = 0, repeated = 0 } = found.get(entry.load) ?? {};
    return { ...entry, corrected, repeated, added: entry.kept - corrected - repeated };
  });
}

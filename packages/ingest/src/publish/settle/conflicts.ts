import { type Database, readSql } from '@hotline-atlas/clickhouse';
import type { Group } from '../../map/contents.ts';
import { countOf } from '../../tables/count-of.ts';
import { countAppeals } from '../../tables/generations.ts';
import { boundedMemory, chunks, smallBlocks } from '../../tables/limits.ts';
import { findConflictsStatement } from './find-conflicts-statement.ts';
import { groupByIds, type IdRange } from './id-ranges.ts';

/** Incoming rows whose ids are compared at a time: what the engine's memory for it is bounded by. */
const rowsAtATime = 8_000_000;

/** Drops the tables in which versions are compared. */
export async function dropConflicts(database: Database): Promise<void> {
  for (const table of ['conflict', 'repeated_id'])
    await database.command({ sql: 'DROP TABLE IF EXISTS {table:Identifier} SYNC', parameters: { table } });
}

async function createConflicts(database: Database, version: number): Promise<void> {
  await dropConflicts(database);
  await database.command({
    sql: 'CREATE TABLE repeated_id (hash UInt64) ENGINE = MergeTree ORDER BY hash',
  });
  await database.command({
    sql: `CREATE TABLE conflict (hash UInt64, id String, generation UInt32, load UInt32, line UInt64, physical UInt8, comes UInt8, counting UInt64,
  stays UInt8, writes UInt8, keeps UInt8, is_version UInt8, says LowCardinality(String), says_before LowCardinality(String), says_after LowCardinality(String))
ENGINE = MergeTree ORDER BY (hash, id, load, line) COMMENT '${version}'`,
  });
}

/**
 * What is to be settled: generations that come in, those that are published, and loads that count no longer.
 */
export interface Settlement {
  incoming: readonly IdRange[];
  published: readonly IdRange[];
  withdrawn: readonly number[];
  /** The version of the data it is for. */
  version: number;
}

/** Compares what is in `repeated_id`, and empties it. */
async function compare(
  database: Database,
  groups: readonly Group[],
  parameters: { incoming: number[]; published: number[]; withdrawn: readonly number[] },
): Promise<void> {
  if ((await countOf(database, 'SELECT count() AS found FROM repeated_id')) === 0) return;
  await database.command({
    sql: findConflictsStatement(groups),
    parameters,
    settings: boundedMemory,
    label: 'find conflicts',
  });
  await database.command({ sql: 'TRUNCATE TABLE repeated_id SYNC' });
}

/** Appeals of which a load that counts no longer brought one version of several. */
async function compareWithdrawn(
  database: Database,
  { incoming, published, withdrawn }: Settlement,
  groups: readonly Group[],
): Promise<void> {
  const of = (ranges: readonly IdRange[]) => ranges.map(({ generation }) => generation);
  const versions = await countOf(
    database,
    'SELECT count() AS found FROM appeal_version WHERE load IN {withdrawn:Array(UInt32)}',
    { withdrawn },
  );
  const buckets = Math.ceil(versions / rowsAtATime);
  for (let bucket = 0; bucket < buckets; bucket++) {
    await database.command({
      sql: `INSERT INTO repeated_id SELECT DISTINCT cityHash64(id) FROM appeal_version
WHERE load IN {withdrawn:Array(UInt32)} AND cityHash64(id) % {buckets:UInt32} = {bucket:UInt32}`,
      parameters: { withdrawn, buckets, bucket },
      settings: boundedMemory,
      label: 'find versions',
    });
    await compare(database, groups, { incoming: of(incoming), published: of(published), withdrawn });
  }
}

/** Keeps the versions of which more than one counts, as they came. */
async function keepVersions(database: Database, rowsOf: (generation: number) => number): Promise<void> {
  const { rows } = await database.rows<{ generation: number }>({
    sql: 'SELECT DISTINCT generation FROM conflict WHERE keeps ORDER BY generation',
  });
  for (const generations of chunks(
    rows.map(({ generation }) => generation),
    rowsOf,
  ))
    await database.command({
      sql: readSql('publish/keep_versions.sql'),
      parameters: { generations },
      settings: { ...boundedMemory, ...smallBlocks },
      label: 'keep versions',
    });
}

/**
 * Fills the table `conflict` with all versions of the appeals in `erasing`.
 * @param published generations that count
 */
export async function findErased(
  database: Database,
  published: readonly number[],
  groups: readonly Group[],
): Promise<void> {
  await createConflicts(database, 0);
  await database.command({ sql: 'INSERT INTO repeated_id SELECT DISTINCT cityHash64(id) FROM erasing' });
  await compare(database, groups, { incoming: [], published: [...published], withdrawn: [] });
}

/**
 * Fills the table `conflict` with the versions of every appeal of which there is more than one, or of which a
 * load brought one that counts no longer, and keeps the versions. Generations whose ids cannot meet are never
 * compared, so the cost follows what comes in, not what is there.
 */
export async function findConflicts(
  database: Database,
  settlement: Settlement,
  groups: readonly Group[],
): Promise<void> {
  const { incoming, published, withdrawn } = settlement;
  await createConflicts(database, settlement.version);
  if (withdrawn.length > 0) await compareWithdrawn(database, settlement, groups);
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
      await compare(database, groups, { ...generations, withdrawn });
    }
  }
  const held = await countAppeals(database);
  await keepVersions(database, (generation) => held.get(generation) ?? 0);
}

import type { Database } from '@hotline-atlas/clickhouse';
import { countOf } from './count-of.ts';
import { recountLoads } from './recount-loads.ts';
import { dropSummands } from './summands.ts';
import { yearPrefix, yearTables } from './years.ts';

/** Tables that hold one row an appeal, in partitions by generation. */
export type AppealTable = 'appeal' | 'appeal_newest';

export interface Rollup {
  name: string;
  /** Filled after a load is published, not before. */
  later: boolean;
}

/** The rollups of days and months, by name. */
export async function rollupTables(database: Database): Promise<Rollup[]> {
  const { rows } = await database.rows<{ name: string; later: number }>({
    sql: `SELECT name, comment = 'later' AS later FROM system.tables
WHERE database = currentDatabase() AND startsWith(name, 'rollup_') AND NOT startsWith(name, {years:String}) AND name != 'rollup_columns'
ORDER BY name`,
    parameters: { years: yearPrefix },
  });
  return rows.map(({ name, later }) => ({ name, later: later === 1 }));
}

/** Rows of appeals by generation, as the engine counts them in its parts. */
export async function countAppeals(
  database: Database,
  table: AppealTable = 'appeal',
): Promise<Map<number, number>> {
  const { rows } = await database.rows<{ generation: number; rows: number }>({
    sql: `SELECT toUInt32(partition) AS generation, sum(rows) AS rows
FROM system.parts
WHERE database = currentDatabase() AND active AND table = {table:String}
GROUP BY generation`,
    parameters: { table },
  });
  return new Map(rows.map(({ generation, rows }) => [generation, rows]));
}

/** Rows of a rollup by generation. */
export async function countRollup(database: Database, rollup: string): Promise<Map<number, number>> {
  const { rows } = await database.rows<{ generation: number; rows: number }>({
    sql: 'SELECT generation, count() AS rows FROM {rollup:Identifier} GROUP BY generation',
    parameters: { rollup },
  });
  return new Map(rows.map(({ generation, rows }) => [generation, rows]));
}

/** Drops generations of appeals, which are partitions; those that are not there are no error. */
export async function dropAppeals(
  database: Database,
  generations: readonly number[],
  table: AppealTable = 'appeal',
): Promise<void> {
  for (const generation of generations)
    await database.command({
      sql: 'ALTER TABLE {table:Identifier} DROP PARTITION {generation:UInt32}',
      parameters: { table, generation },
    });
}

/**
 * Deletes generations of a rollup, which share partitions: nobody reads them any more, or not yet. Of years they are only marked, for a load
 * begins with it, and the next merge writes the table anew anyhow.
 */
export async function deleteFromRollup(
  database: Database,
  rollup: string,
  generations: readonly number[],
): Promise<void> {
  if (generations.length === 0) return;
  const verb = rollup.startsWith(yearPrefix)
    ? 'DELETE FROM {rollup:Identifier}'
    : 'ALTER TABLE {rollup:Identifier} DELETE';
  await database.command({
    sql: `${verb} WHERE generation IN {generations:Array(UInt32)}`,
    parameters: { rollup, generations },
    settings: { mutations_sync: '1', lightweight_deletes_sync: '1' },
  });
}

/** Drops the tables in which versions are compared. */
export async function dropConflicts(database: Database): Promise<void> {
  for (const table of ['conflict', 'repeated_id'])
    await database.command({ sql: 'DROP TABLE IF EXISTS {table:Identifier} SYNC', parameters: { table } });
}

/** A reader may still begin to read a version this long after a newer one was published. */
const graceSeconds = 60;

/** Generations that readers may still be reading, and those of them in the order of their receipt: of the newest version and of versions replaced just now. */
async function readableGenerations(
  database: Database,
): Promise<{ readable: Set<number>; newest: Set<number> }> {
  const { rows } = await database.rows<{ readable: number[]; newest: number[] }>({
    sql: `SELECT groupUniqArrayArray(arrayConcat(generations, years)) AS readable,
       groupUniqArrayArray(arrayFilter((_, held) -> held > 0, generations, arrayResize(rows['appeal_newest'], length(generations)))) AS newest
FROM (SELECT generations, years, rows, leadInFrame(published, 1, now64(3)) OVER (ORDER BY version ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS replaced,
             version = max(version) OVER () AS counts FROM publication)
WHERE counts OR replaced > now64(3) - INTERVAL {grace:UInt32} SECOND`,
    parameters: { grace: graceSeconds },
  });
  return { readable: new Set(rows[0]?.readable), newest: new Set(rows[0]?.newest) };
}

/** Deletes versions that loads brought which count no longer, or never did. */
async function dropVersions(database: Database): Promise<void> {
  const abandoned = 'load NOT IN (SELECT load FROM counting_load)';
  if ((await countOf(database, `SELECT count() AS found FROM appeal_version WHERE ${abandoned}`)) === 0)
    return;
  await database.command({
    sql: `DELETE FROM appeal_version WHERE ${abandoned}`,
    settings: { lightweight_deletes_sync: '1' },
  });
}

/**
 * Removes what abandoned loads and replaced versions left behind, the largest first: on a full disk that makes the room the rest
 * needs. Call it under the ingest lock.
 */
export async function dropAbandoned(database: Database): Promise<void> {
  await dropSummands(database);
  await recountLoads(database);
  await dropConflicts(database);
  const { readable, newest } = await readableGenerations(database);
  const abandoned = (counts: Map<number, number>, read = readable) =>
    [...counts.keys()].filter((generation) => !read.has(generation));
  await dropAppeals(database, abandoned(await countAppeals(database)));
  const copies = await countAppeals(database, 'appeal_newest');
  await dropAppeals(database, abandoned(copies, newest), 'appeal_newest');
  const { rows } = await database.rows<{ load: number }>({
    sql: `SELECT DISTINCT toUInt32(partition) AS load FROM system.parts
WHERE database = currentDatabase() AND active AND table = 'rejected_row'
  AND load NOT IN (SELECT load FROM counting_load)`,
  });
  for (const { load } of rows)
    await database.command({
      sql: 'ALTER TABLE rejected_row DROP PARTITION {load:UInt32}',
      parameters: { load },
    });
  await dropVersions(database);
  const rollups = (await rollupTables(database)).map(({ name }) => name);
  for (const name of [...rollups, ...(await yearTables(database))])
    await deleteFromRollup(database, name, abandoned(await countRollup(database, name)));
}

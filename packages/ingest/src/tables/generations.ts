import type { Database } from '@hotline-atlas/clickhouse';
import { yearPrefix } from './years.ts';

/** Tables that hold one row an appeal, in partitions by generation. */
export type AppealTable = 'appeal' | 'appeal_newest';

/** The rollups of days and months, by name. */
export async function rollupTables(database: Database): Promise<string[]> {
  const { rows } = await database.rows<{ name: string }>({
    sql: `SELECT name FROM system.tables
WHERE database = currentDatabase() AND startsWith(name, 'rollup_') AND NOT startsWith(name, {years:String}) AND name != 'rollup_columns'
ORDER BY name`,
    parameters: { years: yearPrefix },
  });
  return rows.map(({ name }) => name);
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

/** Those of some generations that a rollup has rows of. */
export async function heldIn(
  database: Database,
  rollup: string,
  generations: readonly number[],
): Promise<number[]> {
  const { rows } = await database.rows<{ generation: number }>({
    sql: 'SELECT DISTINCT generation FROM {rollup:Identifier} WHERE generation IN {generations:Array(UInt32)}',
    parameters: { rollup, generations },
  });
  return rows.map(({ generation }) => generation);
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
 * Deletes generations of a rollup, which share partitions: nobody reads them any more, or not yet. Of years
 * they are only marked, for a load begins with it, and the next merge writes the table anew anyhow.
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

import { type Database, precedence } from '@hotline-atlas/clickhouse';
import { newestTable } from '../publish/sum/newest.ts';
import { yearPrefix } from '../tables/years.ts';

/** In a rollup of more rows the time of a question goes into rows, not into opening parts; but sums of years change seldom. */
const mostRows = 2_000_000;

/** A partition of a rollup, a year or all, that lies in several parts, or in one with all columns in one file, as it was inserted, or with rows that are marked as deleted. */
interface Unmerged {
  rollup: string;
  partition: string;
}

async function unmergedPartitions(database: Database): Promise<Unmerged[]> {
  const { rows } = await database.rows<Unmerged>({
    sql: `SELECT rollup, partition
FROM (SELECT table AS rollup, partition_id AS partition, count() > 1 OR countIf(part_type = 'Compact' OR has_lightweight_delete) > 0 AS unmerged,
             sum(sum(rows)) OVER (PARTITION BY table) AS all_rows
      FROM system.parts
      WHERE database = currentDatabase() AND active AND (startsWith(table, 'rollup_') OR table = {newest:String})
      GROUP BY table, partition_id)
WHERE unmerged AND (all_rows <= {most_rows:UInt64} OR startsWith(rollup, {years:String}) OR rollup = {newest:String})
ORDER BY all_rows, rollup, partition`,
    parameters: { most_rows: mostRows, years: yearPrefix, newest: newestTable },
  });
  return rows;
}

/**
 * Merges every partition of the smaller rollups, and of the newest appeals, to one part, the smallest first: to understand a question and open its parts
 * takes most of its time there. Stopped anywhere and called again, it goes on; nothing but speed depends on it.
 * @throws DatabaseError when the engine fails
 */
export async function mergeRollups(database: Database, signal?: AbortSignal): Promise<void> {
  for (const { rollup, partition } of await unmergedPartitions(database)) {
    if (signal?.aborted) return;
    await database.command({
      sql: 'OPTIMIZE TABLE {rollup:Identifier} PARTITION ID {partition:String} FINAL',
      parameters: { rollup, partition },
      settings: precedence.loading,
      label: 'merge a rollup',
    });
  }
}

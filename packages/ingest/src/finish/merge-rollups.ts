import { type Database, precedence } from '@hotline-atlas/clickhouse';
import { newestTable } from '../publish/sum/newest.ts';
import { yearPrefix } from '../tables/years.ts';

/**
 * In a rollup of more rows the time of a question goes into rows, not into opening parts; but sums of years
 * change seldom.
 */
const mostRows = 2_000_000;

/**
 * In so many parts a partition is merged, or when a twentieth of it lies beside its largest part, in parts
 * with all columns in one file, as they were inserted, or in parts with rows that are marked as deleted.
 * Small loads that come all day are not worth it one by one.
 */
const worthMerging = { parts: 16, share: 20 };

/** A partition of a rollup, a year or all. */
interface Unmerged {
  rollup: string;
  partition: string;
}

async function unmergedPartitions(database: Database): Promise<Unmerged[]> {
  const { rows } = await database.rows<Unmerged>({
    sql: `SELECT rollup, partition
FROM (SELECT table AS rollup, partition_id AS partition, count() AS parts, sum(rows) AS held,
             sumIf(rows, part_type = 'Compact' OR has_lightweight_delete) AS unfit, greatest(held - max(rows), unfit) AS beside,
             parts >= {parts:UInt32} OR beside > 0 AND beside * {share:UInt32} >= held AS unmerged,
             sum(held) OVER (PARTITION BY table) AS all_rows
      FROM system.parts
      WHERE database = currentDatabase() AND active AND (startsWith(table, 'rollup_') OR table = {newest:String})
      GROUP BY table, partition_id)
WHERE unmerged AND (all_rows <= {most_rows:UInt64} OR startsWith(rollup, {years:String}) OR rollup = {newest:String})
ORDER BY all_rows, rollup, partition`,
    parameters: { ...worthMerging, most_rows: mostRows, years: yearPrefix, newest: newestTable },
  });
  return rows;
}

/**
 * Merges every partition of the smaller rollups, and of the newest appeals, to one part, the smallest first:
 * to understand a question and open its parts takes most of its time there. Stopped anywhere and called
 * again, it goes on; nothing but speed depends on it.
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

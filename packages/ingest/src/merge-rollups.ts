import { type Database, precedence } from '@hotline-atlas/clickhouse';

/** In a rollup of more rows the time of a question goes into rows, not into opening parts. */
const mostRows = 2_000_000;

/** A year of a rollup that lies in several parts, or in one with all columns in one file, as it was inserted. */
interface Unmerged {
  rollup: string;
  year: number;
}

async function unmergedYears(database: Database): Promise<Unmerged[]> {
  const { rows } = await database.rows<Unmerged>({
    sql: `SELECT rollup, year
FROM (SELECT table AS rollup, toUInt32(partition) AS year, count() > 1 OR countIf(part_type = 'Compact') > 0 AS unmerged,
             sum(sum(rows)) OVER (PARTITION BY table) AS all_rows
      FROM system.parts
      WHERE database = currentDatabase() AND active AND startsWith(table, 'rollup_')
      GROUP BY table, partition)
WHERE unmerged AND all_rows <= {most_rows:UInt64}
ORDER BY all_rows, rollup, year`,
    parameters: { most_rows: mostRows },
  });
  return rows;
}

/**
 * Merges every year of the smaller rollups to one part, the smallest rollups first: to understand a question and open its parts
 * takes most of its time there. Stopped anywhere and called again, it goes on; nothing but speed depends on it.
 * @throws DatabaseError when the engine fails
 */
export async function mergeRollups(database: Database, signal?: AbortSignal): Promise<void> {
  for (const { rollup, year } of await unmergedYears(database)) {
    if (signal?.aborted) return;
    await database.command({
      sql: 'OPTIMIZE TABLE {rollup:Identifier} PARTITION {year:UInt32} FINAL',
      parameters: { rollup, year },
      settings: precedence.loading,
      label: 'merge a rollup',
    });
  }
}

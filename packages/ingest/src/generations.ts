import type { Database } from '@hotline-atlas/clickhouse';

/** The tables kept by generation: the rows and their rollups. */
export async function generationTables(database: Database): Promise<string[]> {
  const { rows } = await database.rows<{ name: string }>({
    sql: `SELECT name FROM system.tables WHERE database = currentDatabase() AND partition_key = 'generation' ORDER BY name`,
  });
  return rows.map(({ name }) => name);
}

/** Rows by table and generation, as the engine counts them in its parts. */
export async function countRows(
  database: Database,
  tables: readonly string[],
): Promise<Map<string, Map<number, number>>> {
  const { rows } = await database.rows<{ table: string; generation: number; rows: number }>({
    sql: `SELECT table, toUInt32(partition) AS generation, sum(rows) AS rows
FROM system.parts
WHERE database = currentDatabase() AND active AND table IN {tables:Array(String)}
GROUP BY table, generation`,
    parameters: { tables },
  });
  const counts = new Map(tables.map((table) => [table, new Map<number, number>()]));
  for (const row of rows) counts.get(row.table)?.set(row.generation, row.rows);
  return counts;
}

/** Drops generations from every table; those that are not there are no error. */
export async function dropGenerations(
  database: Database,
  tables: readonly string[],
  generations: readonly number[],
): Promise<void> {
  for (const table of tables)
    for (const generation of generations)
      await database.command({
        sql: 'ALTER TABLE {table:Identifier} DROP PARTITION {generation:UInt32}',
        parameters: { table, generation },
      });
}

/** A reader may still begin to read a version this long after a newer one was published. */
const graceSeconds = 60;

/** Generations that readers may still be reading: those of the newest version and of versions replaced just now. */
async function readableGenerations(database: Database): Promise<Set<number>> {
  const { rows } = await database.rows<{ generations: number[] }>({
    sql: `SELECT groupUniqArrayArray(generations) AS generations
FROM (SELECT generations, leadInFrame(published, 1, now64(3)) OVER (ORDER BY version ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS replaced,
             version = max(version) OVER () AS newest FROM publication)
WHERE newest OR replaced > now64(3) - INTERVAL {grace:UInt32} SECOND`,
    parameters: { grace: graceSeconds },
  });
  return new Set(rows[0]?.generations ?? []);
}

/** Removes what abandoned loads and replaced versions left behind. Call it under the ingest lock. */
export async function dropAbandoned(database: Database): Promise<void> {
  const tables = await generationTables(database);
  const [counts, readable] = await Promise.all([countRows(database, tables), readableGenerations(database)]);
  for (const [table, generations] of counts)
    await dropGenerations(
      database,
      [table],
      [...generations.keys()].filter((generation) => !readable.has(generation)),
    );
  const { rows } = await database.rows<{ load: number }>({
    sql: `SELECT DISTINCT toUInt32(partition) AS load FROM system.parts
WHERE database = currentDatabase() AND active AND table = 'rejected_row'
  AND load NOT IN (SELECT arrayJoin(loads) FROM publication)`,
  });
  for (const { load } of rows)
    await database.command({
      sql: 'ALTER TABLE rejected_row DROP PARTITION {load:UInt32}',
      parameters: { load },
    });
}

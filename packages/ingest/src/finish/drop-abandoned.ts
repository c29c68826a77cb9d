import type { Database } from '@hotline-atlas/clickhouse';
import { dropConflicts } from '../publish/settle/conflicts.ts';
import { recountLoads } from '../publish/settle/recount-loads.ts';
import { dropSummands } from '../publish/sum/summands.ts';
import { countOf } from '../tables/count-of.ts';
import {
  countAppeals,
  countRollup,
  deleteFromRollup,
  dropAppeals,
  rollupTables,
} from '../tables/generations.ts';
import { yearTables } from '../tables/years.ts';

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

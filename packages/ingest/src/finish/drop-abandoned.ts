import type { Database } from '@hotline-atlas/clickhouse';
import { dropKnownCallers } from '../load/recall-callers.ts';
import { dropConflicts } from '../publish/settle/conflicts.ts';
import { finishErasure } from '../publish/settle/erased-versions.ts';
import { recountLoads } from '../publish/settle/recount-loads.ts';
import { dropSummands } from '../publish/sum/summands.ts';
import { countOf } from '../tables/count-of.ts';
import { countAppeals, deleteFromRollup, dropAppeals, heldIn, rollupTables } from '../tables/generations.ts';

/** A reader may still begin to read an edition this long after a newer one was published. */
export const graceSeconds = 60;

/** Editions that are newest or were replaced just now: readers may still be reading them. */
const readableEditions = `SELECT * FROM
(
    SELECT *, leadInFrame(arranged, 1, now64(3)) OVER (ORDER BY edition ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS replaced
    FROM publication WHERE notEmpty(generations) OR edition = (SELECT max(edition) FROM publication)
)
WHERE edition = (SELECT max(edition) FROM publication) OR replaced > now64(3) - INTERVAL ${graceSeconds} SECOND`;

/** What readers may still be reading. */
export interface Readable {
  /** Generations of months and years. */
  readable: ReadonlySet<number>;
  /** Those of them in the order of their receipt. */
  newest: ReadonlySet<number>;
  editions: readonly number[];
}

export async function readableGenerations(database: Database): Promise<Readable> {
  const { rows } = await database.rows<{ readable: number[]; newest: number[]; editions: number[] }>({
    sql: `SELECT groupUniqArrayArray(arrayConcat(generations, years)) AS readable,
       groupUniqArrayArray(arrayFilter((_, held) -> held > 0, generations, arrayResize(rows['appeal_newest'], length(generations)))) AS newest,
       groupArray(edition) AS editions
FROM (${readableEditions})`,
    label: 'readable generations',
  });
  const [found] = rows;
  return {
    readable: new Set(found?.readable),
    newest: new Set(found?.newest),
    editions: found?.editions ?? [],
  };
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

/** Drops rows that were rejected of loads which count no longer, or never did. */
async function dropRejected(database: Database): Promise<void> {
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
}

/** Notes generations whose sums will have to be deleted. */
async function noteDropped(database: Database, held: ReadonlyMap<number, number>): Promise<void> {
  if (held.size === 0) return;
  await database.command({
    sql: `INSERT INTO dropped_generation
SELECT generation, rows FROM (SELECT arrayJoin(arrayZip({generations:Array(UInt32)}, {rows:Array(UInt64)})) AS each, each.1 AS generation, each.2 AS rows)`,
    parameters: { generations: [...held.keys()], rows: [...held.values()] },
  });
}

/** From so many generations on, or a hundredth of all appeals, sums nobody reads are deleted. */
const manyDropped = 256;

/** Deletes the sums of generations that were dropped, once they are many, or all of them. */
async function deleteDropped(database: Database, appeals: number, all: boolean): Promise<void> {
  const { rows } = await database.rows<{ generations: number[]; held: number }>({
    sql: 'SELECT groupUniqArray(generation) AS generations, sum(rows) AS held FROM dropped_generation',
  });
  const { generations = [], held = 0 } = rows[0] ?? {};
  const few = generations.length < manyDropped && held * 100 < appeals;
  if (generations.length === 0 || (few && !all)) return;
  for (const name of await rollupTables(database))
    await deleteFromRollup(database, name, await heldIn(database, name, generations));
  await database.command({ sql: 'TRUNCATE TABLE dropped_generation SYNC' });
}

/** Empties what editions say that nobody reads any more; the newest stays whole. */
async function pruneEditions(database: Database, readable: readonly number[], all: boolean): Promise<void> {
  const old = `notEmpty(generations) AND edition NOT IN {readable:Array(UInt32)}`;
  const parameters = { readable };
  const whole = await countOf(database, `SELECT count() AS found FROM publication WHERE ${old}`, parameters);
  if (whole === 0 || (whole < manyEditions && !all)) return;
  await database.command({
    sql: `ALTER TABLE publication UPDATE generations = [], rows = map(), first_ids = [], last_ids = [] WHERE ${old}`,
    parameters,
    settings: { mutations_sync: '1' },
    label: 'prune editions',
  });
}
const manyEditions = 32;

/**
 * Removes what abandoned loads and replaced editions left behind, the largest first: on a full disk that
 * makes the room the rest needs. It costs what there is to remove, not what there is. The first stage of
 * whatever holds the ingest lock.
 * @param all leaves nothing for later, however little it is: what was erased is to be gone
 */
export async function dropAbandoned(database: Database, all = false): Promise<void> {
  await dropSummands(database);
  await recountLoads(database);
  await dropConflicts(database);
  await finishErasure(database);
  await dropKnownCallers(database);
  const { readable, newest, editions } = await readableGenerations(database);
  const appeals = await countAppeals(database);
  const abandoned = new Map([...appeals].filter(([generation]) => !readable.has(generation)));
  await noteDropped(database, abandoned);
  await dropAppeals(database, [...abandoned.keys()]);
  const copies = await countAppeals(database, 'appeal_newest');
  await dropAppeals(
    database,
    [...copies.keys()].filter((generation) => !newest.has(generation)),
    'appeal_newest',
  );
  await dropRejected(database);
  await dropVersions(database);
  await deleteDropped(
    database,
    [...appeals.values()].reduce((sum, rows) => sum + rows, 0),
    all,
  );
  await pruneEditions(database, editions, all);
}

import {
  type Database,
  newBinder,
  placeOfGeneration,
  placeOfNumber,
  readNewestPublication,
} from '@hotline-atlas/clickhouse';
import { countingErasure, idHashSql, keySql, type LeftOut, leavesOut } from '../map/left-out.ts';
import { countOf } from '../tables/count-of.ts';
import { countAppeals } from '../tables/generations.ts';
import type { LoadEntry } from '../tables/ledger.ts';

const table = 'known_caller';

/** Drops what an interrupted load left behind. */
export const dropKnownCallers = (database: Database): Promise<void> =>
  database.command({ sql: `DROP TABLE IF EXISTS ${table} SYNC` });

/** Generations loads wrote; nobody reads them yet. */
async function incomingOf(database: Database, loads: readonly LoadEntry[]): Promise<number[]> {
  const places = new Set(loads.map(({ load }) => placeOfNumber(load)));
  return [...(await countAppeals(database)).keys()].filter((generation) =>
    places.has(placeOfGeneration(generation)),
  );
}

/**
 * Gives blanked callers that come in the value that stands for them already, where their appeal is known:
 * else a replay would change how many different callers there are. Call it before loads are published.
 */
export async function recallCallers(
  database: Database,
  loads: readonly LoadEntry[],
  leftOut: LeftOut,
): Promise<void> {
  if (!leavesOut(leftOut)) return;
  const incoming = await incomingOf(database, loads);
  const published = (await readNewestPublication(database))?.generations ?? [];
  const binder = newBinder();
  const { bind } = binder;
  const isIncoming = `generation IN ${bind(incoming, 'Array(UInt32)')}`;
  const isBlanked = `caller != 0 AND (day < ${bind(leftOut.before.callers, 'Date')} OR ${idHashSql('id', keySql(leftOut.key, binder))} IN (SELECT hash FROM erased_id WHERE ${countingErasure}))`;
  const blanked = `SELECT cityHash64(id) FROM appeal WHERE ${isIncoming} AND ${isBlanked}`;
  const { parameters } = binder;
  await dropKnownCallers(database);
  if ((await countOf(database, `SELECT count() AS found FROM (${blanked} LIMIT 1)`, parameters)) === 0)
    return;
  await database.command({
    sql: `CREATE TABLE ${table} (id String, caller UInt64) ENGINE = Join(ANY, LEFT, id) SETTINGS persistent = 0`,
  });
  await database.command({
    sql: `INSERT INTO ${table} SELECT id, caller FROM appeal
WHERE generation IN ${bind(published, 'Array(UInt32)')} AND caller != 0 AND cityHash64(id) IN (${blanked})`,
    parameters,
    label: 'known callers',
  });
  if ((await countOf(database, `SELECT count() AS found FROM ${table}`)) > 0)
    for (const generation of incoming)
      await database.command({
        sql: `ALTER TABLE appeal UPDATE caller = joinGet('${database.name}.${table}', 'caller', id) IN PARTITION {generation:UInt32}
WHERE caller != 0 AND id IN (SELECT id FROM ${table})`,
        parameters: { generation },
        settings: { mutations_sync: '2' },
        label: 'recall callers',
      });
  await dropKnownCallers(database);
}

import {
  type Database,
  type Lock,
  placeOfGeneration,
  placeOfNumber,
  readNewestPublication,
} from '@hotline-atlas/clickhouse';
import { groupContents } from '../map/contents.ts';
import { countOf } from '../tables/count-of.ts';
import { countAppeals, dropAppeals, rollupTables } from '../tables/generations.ts';
import { type LoadEntry, recordLoads } from '../tables/ledger.ts';
import { commit, nextVersion } from './commit.ts';
import { type OnRewritten, rewrite } from './rewrite.ts';
import { classify, countWithdrawn } from './settle/classify.ts';
import { dropConflicts, findConflicts } from './settle/conflicts.ts';
import { type IdRange, publishedIdRanges, readIdRanges } from './settle/id-ranges.ts';
import { recountLoads } from './settle/recount-loads.ts';
import { fillRollups, type OnSummed } from './sum/fill-rollups.ts';
import { fillNewest, newestOf } from './sum/newest.ts';

/** Generations loads wrote. */
async function generationsOf(database: Database, loads: readonly LoadEntry[]): Promise<number[]> {
  const places = new Set(loads.map(({ load }) => placeOfNumber(load)));
  const counts = await countAppeals(database);
  return [...counts.keys()].filter((generation) => places.has(placeOfGeneration(generation)));
}

/** Sets of fields that loads speak of: of those that count, and those that come in. */
export async function fieldSets(database: Database, loads: readonly number[]): Promise<string[][]> {
  const { rows } = await database.rows<{ fields: string[] }>({
    sql: `SELECT DISTINCT fields FROM load FINAL WHERE load IN (SELECT load FROM counting_load) OR load IN {loads:Array(UInt32)}`,
    parameters: { loads },
  });
  return rows.map(({ fields }) => fields);
}

/** Whether any of the loads that will count is made up. */
async function isSynthetic(
  database: Database,
  loads: readonly number[],
  withdrawn: readonly number[],
): Promise<boolean> {
  const found = await countOf(
    database,
    `SELECT count() AS found FROM load FINAL WHERE synthetic AND kept > 0
  AND (load IN (SELECT load FROM counting_load) OR load IN {loads:Array(UInt32)}) AND load NOT IN {withdrawn:Array(UInt32)}`,
    { loads, withdrawn },
  );
  return found > 0;
}

/** Loads that become visible, their records counted, and those that count no longer, at the same moment. */
export interface Coming {
  loaded: readonly LoadEntry[];
  withdrawn: readonly number[];
}

/** What became of it. */
export interface Published {
  /** The loads with what they added, corrected and repeated of what was known. */
  told: LoadEntry[];
  /** Appeals that are no longer there. */
  removed: number;
  /** Appeals that were there before and say something else now. */
  changed: number;
}

const numbers = (ranges: readonly IdRange[]) => ranges.map(({ generation }) => generation);

/**
 * Makes loads visible and takes others back: settles appeals of which there is more than one version, fills
 * every rollup of what is new, and commits it all with one row of `publication`. Killed anywhere before
 * that row, nothing has happened.
 */
export async function publish(
  database: Database,
  { loaded, withdrawn }: Coming,
  numberOf: () => Promise<number>,
  lock: Lock,
  { onRewritten, onSummed }: { onRewritten?: OnRewritten; onSummed?: OnSummed } = {},
): Promise<Published> {
  if (loaded.length === 0 && withdrawn.length === 0) return { told: [], removed: 0, changed: 0 };
  await recordLoads(database, loaded);
  const loads = loaded.map(({ load }) => load);
  const groups = groupContents(await fieldSets(database, loads));
  const before = await readNewestPublication(database);
  const incoming = await readIdRanges(database, await generationsOf(database, loaded));
  const published = await publishedIdRanges(database, before);
  await findConflicts(database, { incoming, published, withdrawn, version: nextVersion(before) }, groups);
  const { told, ledger } = await classify(database, loaded);
  const { removed, changed } = await countWithdrawn(database, numbers(published), withdrawn);
  const { replaced, rewritten } = await rewrite(
    database,
    { counting: numbers(published), incoming: numbers(incoming), loads, withdrawn },
    groups,
    numberOf,
    onRewritten,
  );
  const stays = ({ generation }: IdRange) => !replaced.includes(generation);
  const fresh = [...incoming.filter(stays), ...(await readIdRanges(database, rewritten))];
  const counting = [...published.filter(stays), ...fresh];
  const counted = await fillRollups(database, await rollupTables(database), numbers(fresh), onSummed);
  await fillNewest(
    database,
    newestOf(numbers(counting)).filter((generation) => numbers(fresh).includes(generation)),
  );
  const truth = {
    loads,
    withdrawn,
    appeals: told.reduce((sum, { added }) => sum + added, 0) - removed,
    synthetic: await isSynthetic(database, loads, withdrawn),
  };
  await recordLoads(database, ledger);
  await commit(database, before, { ranges: counting, counted, truth }, lock);
  await recountLoads(database);
  await dropConflicts(database);
  await dropAppeals(
    database,
    replaced.filter((generation) => incoming.some((range) => range.generation === generation)),
  );
  return { told, removed, changed };
}

import {
  type Database,
  type Lock,
  placeOfGeneration,
  placeOfNumber,
  readPublication,
} from '@hotline-atlas/clickhouse';
import { type LoadEntry, recordLoads } from '../ledger.ts';
import { commit } from './commit.ts';
import { classify, dropConflicts, findConflicts } from './conflicts.ts';
import { countLoads } from './count-loads.ts';
import { fillRollups, type OnSummed } from './fill-rollups.ts';
import { countAppeals, dropAppeals, rollupTables } from './generations.ts';
import { type IdRange, publishedIdRanges, readIdRanges } from './id-ranges.ts';
import { fillNewest, newestOf } from './newest.ts';
import { type OnRewritten, rewrite } from './rewrite.ts';
import { isAllBefore, rollupsBefore } from './rollups-before.ts';

/** Generations loads wrote. */
async function generationsOf(database: Database, loads: readonly LoadEntry[]): Promise<number[]> {
  const places = new Set(loads.map(({ load }) => placeOfNumber(load)));
  const counts = await countAppeals(database);
  return [...counts.keys()].filter((generation) => places.has(placeOfGeneration(generation)));
}

/**
 * Makes loads visible: settles appeals of which there is more than one version, fills the first rollups of what is new, and
 * commits it all with one row of `publication`. Killed anywhere before that row, nothing has happened.
 * @returns the loads with what they added, corrected and repeated
 */
export async function publish(
  database: Database,
  loaded: readonly LoadEntry[],
  numberOf: () => Promise<number>,
  lock: Lock,
  { onRewritten, onSummed }: { onRewritten?: OnRewritten; onSummed?: OnSummed } = {},
): Promise<LoadEntry[]> {
  if (loaded.length === 0) return [];
  const loads = await countLoads(database, loaded);
  const before = await readPublication(database);
  const incoming = await readIdRanges(database, await generationsOf(database, loads));
  const published = await publishedIdRanges(database, before);
  await findConflicts(database, incoming, published);
  const classified = await classify(database, loads);
  const numbers = (ranges: readonly IdRange[]) => ranges.map(({ generation }) => generation);
  const { replaced, rewritten } = await rewrite(
    database,
    { counting: numbers(published), incoming: numbers(incoming) },
    numberOf,
    onRewritten,
  );
  const stays = ({ generation }: IdRange) => !replaced.includes(generation);
  const fresh = [...incoming.filter(stays), ...(await readIdRanges(database, rewritten))];
  const appeals = fresh.reduce((sum, { rows }) => sum + rows, 0);
  const counting = [...published.filter(stays), ...fresh];
  const rollups = await rollupTables(database);
  await fillRollups(database, rollupsBefore(rollups, before, appeals), numbers(fresh), onSummed);
  if (isAllBefore(rollups, before, appeals))
    await fillNewest(
      database,
      newestOf(numbers(counting)).filter((generation) => numbers(fresh).includes(generation)),
    );
  await recordLoads(database, classified);
  await commit(database, before, classified, counting, lock);
  await dropConflicts(database);
  await dropAppeals(
    database,
    replaced.filter((generation) => incoming.some((range) => range.generation === generation)),
  );
  return classified;
}

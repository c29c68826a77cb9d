import {
  type Database,
  monthOfGeneration,
  type Publication,
  readPublication,
  readSql,
} from '@hotline-atlas/clickhouse';
import { type LoadEntry, recordLoads } from '../ledger.ts';
import { IntegrityError } from '../load-error.ts';
import { classify, dropConflicts, findConflicts } from './conflicts.ts';
import { countLoads } from './count-loads.ts';
import { fillRollups } from './fill-rollups.ts';
import { countAppeals, countRollup, dropAppeals, rollupTables } from './generations.ts';
import { type IdRange, publishedIdRanges, readIdRanges } from './id-ranges.ts';
import { rewrite } from './rewrite.ts';

/** Generations loads wrote. */
async function generationsOf(database: Database, loads: readonly LoadEntry[]): Promise<number[]> {
  const numbers = new Set(loads.map(({ load }) => load));
  const counts = await countAppeals(database);
  return [...counts.keys()].filter((generation) => numbers.has(Math.floor(generation / 4096)));
}

/**
 * Makes loads visible: settles appeals of which there is more than one version, fills the rollups of what is new, and
 * commits it all with one row of `publication`. Killed anywhere before that row, nothing has happened.
 * @returns the loads with what they added, corrected and repeated
 */
export async function publish(
  database: Database,
  loaded: readonly LoadEntry[],
  numberOf: () => Promise<number>,
): Promise<LoadEntry[]> {
  if (loaded.length === 0) return [];
  const loads = await countLoads(database, loaded);
  const before = await readPublication(database);
  const incoming = await readIdRanges(database, await generationsOf(database, loads));
  const published = await publishedIdRanges(database, before);
  await findConflicts(database, incoming, published);
  const classified = await classify(database, loads);
  const { replaced, rewritten } = await rewrite(database, numberOf);
  const stays = ({ generation }: IdRange) => !replaced.includes(generation);
  const fresh = [...incoming.filter(stays), ...(await readIdRanges(database, rewritten))];
  await fillRollups(
    database,
    fresh.map(({ generation }) => generation),
  );
  await recordLoads(database, classified);
  await commit(database, before, classified, [...published.filter(stays), ...fresh]);
  await dropConflicts(database);
  await dropAppeals(
    database,
    replaced.filter((generation) => incoming.some((range) => range.generation === generation)),
  );
  return classified;
}

/** Generations of the first and the last month. */
function firstAndLast(generations: readonly number[]): number[] {
  const months = generations.map(monthOfGeneration);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  return generations.filter((_, index) => months[index] === first || months[index] === last);
}

async function commit(
  database: Database,
  before: Publication | null,
  loads: LoadEntry[],
  ranges: IdRange[],
): Promise<void> {
  const generations = ranges.map(({ generation }) => generation);
  const counts = new Map([['appeal', await countAppeals(database)]]);
  for (const rollup of await rollupTables(database)) counts.set(rollup, await countRollup(database, rollup));
  const rows = Object.fromEntries(
    [...counts].map(([table, counted]) => [
      table,
      generations.map((generation) => counted.get(generation) ?? 0),
    ]),
  );
  const appeals = (rows.appeal ?? []).reduce((sum, count) => sum + count, 0);
  const expected = (before?.appeals ?? 0) + loads.reduce((sum, { added }) => sum + added, 0);
  if (appeals !== expected)
    throw new IntegrityError(`There should be ${expected} appeals after this load, but there are ${appeals}`);
  await database.command({
    sql: readSql('publish/publish.sql'),
    parameters: {
      version: (before?.version ?? 0) + 1,
      loads: loads.map(({ load }) => load),
      generations,
      rows,
      firstIds: ranges.map(({ first }) => first),
      lastIds: ranges.map(({ last }) => last),
      appeals,
      firstAndLast: firstAndLast(generations),
      synthetic: before?.synthetic || loads.some(({ synthetic }) => synthetic === 1) ? 1 : 0,
    },
    label: 'publish',
  });
}

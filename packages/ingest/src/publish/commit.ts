import {
  type Database,
  type Lock,
  monthOfGeneration,
  type Publication,
  readSql,
} from '@hotline-atlas/clickhouse';
import type { LoadEntry } from '../ledger.ts';
import { IntegrityError } from '../load-error.ts';
import { countAppeals, countRollup, rollupTables } from './generations.ts';
import type { IdRange } from './id-ranges.ts';

/** Generations of the first and the last month. */
function firstAndLast(generations: readonly number[]): number[] {
  const months = generations.map(monthOfGeneration);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  return generations.filter((_, index) => months[index] === first || months[index] === last);
}

/**
 * Publishes generations, and how many rows of them each table holds, as the next version: the commit of all that was written before.
 * @throws LockLostError when another process is loading, IntegrityError when the appeals are not those before and those added
 */
export async function commit(
  database: Database,
  before: Publication | null,
  loads: LoadEntry[],
  ranges: IdRange[],
  lock: Pick<Lock, 'confirm'>,
): Promise<void> {
  const generations = ranges.map(({ generation }) => generation);
  const counts = new Map([['appeal', await countAppeals(database)]]);
  for (const { name } of await rollupTables(database)) counts.set(name, await countRollup(database, name));
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
  await lock.confirm();
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

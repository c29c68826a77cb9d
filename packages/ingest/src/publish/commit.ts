import {
  type Database,
  type Lock,
  monthOfGeneration,
  type Publication,
  readSql,
  yearOfGeneration,
} from '@hotline-atlas/clickhouse';
import { IntegrityError } from '../read/load-error.ts';
import { countAppeals, countRollup, rollupTables } from '../tables/generations.ts';
import { yearsThatStay, yearTables } from '../tables/years.ts';
import type { IdRange } from './settle/id-ranges.ts';
import { countNewest, newestTable } from './sum/newest.ts';

/** Generations of the first and the last month. */
function firstAndLast(generations: readonly number[]): number[] {
  const months = generations.map(monthOfGeneration);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  return generations.filter((_, index) => months[index] === first || months[index] === last);
}

/** Rows of every table: of those of months beside the generations, of those of years beside the years. */
async function rowsOfTables(
  database: Database,
  generations: readonly number[],
  years: readonly number[],
): Promise<Record<string, number[]>> {
  const beside = (all: readonly number[], counted: ReadonlyMap<number, number>) =>
    all.map((generation) => counted.get(generation) ?? 0);
  const appeals = await countAppeals(database);
  const rows: Record<string, number[]> = {
    appeal: beside(generations, appeals),
    [newestTable]: beside(generations, await countNewest(database, generations, appeals)),
  };
  for (const { name } of await rollupTables(database))
    rows[name] = beside(generations, await countRollup(database, name));
  for (const name of await yearTables(database))
    rows[name] = beside(years, await countRollup(database, name));
  return rows;
}

/** What makes a version differ from the one before. */
export interface Change {
  /** Loads that become visible. */
  loads: number[];
  /** Loads that count no longer. */
  withdrawn: number[];
  /** Appeals more, or fewer. */
  appeals: number;
  synthetic: boolean;
}

/** The number of the version that follows another one. */
export const nextVersion = (before: Pick<Publication, 'version'> | null): number =>
  (before?.version ?? 0) + 1;

/** A version of the same appeals. */
export const noChange = ({ synthetic }: Pick<Publication, 'synthetic'>): Change => ({
  loads: [],
  withdrawn: [],
  appeals: 0,
  synthetic,
});

/**
 * Publishes generations, and how many rows of them each table holds, as the next version: the commit of all that was written before.
 * @param summedUp generations of years that were summed up anew; those of unchanged years stay
 * @throws LockLostError when another process is loading, IntegrityError when the appeals are not those before and those added
 */
export async function commit(
  database: Database,
  before: Publication | null,
  change: Change,
  ranges: IdRange[],
  lock: Pick<Lock, 'confirm'>,
  summedUp: readonly number[] = [],
): Promise<void> {
  const generations = ranges.map(({ generation }) => generation);
  const anew = new Set(summedUp.map(yearOfGeneration));
  const stay = yearsThatStay(before, generations).filter((year) => !anew.has(yearOfGeneration(year)));
  const years = [...stay, ...summedUp];
  const rows = await rowsOfTables(database, generations, years);
  const appeals = (rows.appeal ?? []).reduce((sum, count) => sum + count, 0);
  const expected = (before?.appeals ?? 0) + change.appeals;
  if (appeals !== expected)
    throw new IntegrityError(`There should be ${expected} appeals after this load, but there are ${appeals}`);
  await lock.confirm();
  await database.command({
    sql: readSql('publish/publish.sql'),
    parameters: {
      version: nextVersion(before),
      loads: change.loads,
      withdrawn: change.withdrawn,
      generations,
      years,
      rows,
      firstIds: ranges.map(({ first }) => first),
      lastIds: ranges.map(({ last }) => last),
      appeals,
      firstAndLast: firstAndLast(generations),
      synthetic: change.synthetic ? 1 : 0,
    },
    label: 'publish',
  });
}

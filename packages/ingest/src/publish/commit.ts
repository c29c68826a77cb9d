import {
  type Database,
  type Lock,
  monthOfGeneration,
  type Publication,
  readSql,
  yearOfGeneration,
} from '@hotline-atlas/clickhouse';
import { type Blanked, nothingBlanked } from '../map/left-out.ts';
import { IntegrityError } from '../read/load-error.ts';
import { countAppeals, rollupTables } from '../tables/generations.ts';
import type { RowCounts } from '../tables/row-counts.ts';
import { yearsThatStay, yearTables } from '../tables/years.ts';
import type { IdRange } from './settle/id-ranges.ts';
import { countNewest, newestTable } from './sum/newest.ts';

/** What can change figures. */
interface Truth {
  /** Loads that become visible. */
  loads: readonly number[];
  /** Loads that count no longer. */
  withdrawn: readonly number[];
  /** Appeals more, or fewer. */
  appeals: number;
  synthetic: boolean;
  /** What counts as erased from then on; by it alone no sum changes but those of different callers. */
  erased?: { erasures: readonly string[]; before: Blanked; sumsStay: boolean };
}

/** What makes an edition differ from the one before. */
export interface Change {
  /** The generations that count, each with its ids. */
  ranges: readonly IdRange[];
  /** Rows of rollups that were written for it. */
  counted: RowCounts;
  /** Generations of years that were summed up anew; those of unchanged years stay. */
  summedUp?: readonly number[];
  /** Null where tables are only arranged anew: then the version stays. */
  truth: Truth | null;
}

type Before = Publication | null;

const numbers = (ranges: readonly IdRange[]): number[] => ranges.map(({ generation }) => generation);

/** Rows of a table beside generations: as they were written now, else as the edition before says. */
function carriedRows(
  listed: readonly number[],
  before: { generations: readonly number[]; rows: readonly number[] | undefined },
  counted: ReadonlyMap<number, number> | undefined,
): number[] {
  const known = new Map(before.generations.map((generation, index) => [generation, before.rows?.[index]]));
  return listed.map((generation) => counted?.get(generation) ?? known.get(generation) ?? 0);
}

/** Rows of every table: of those of months beside the generations, of those of years beside the years. */
async function rowsOfTables(
  database: Database,
  before: Before,
  { generations, years }: Pick<Publication, 'generations' | 'years'>,
  counted: RowCounts,
): Promise<Record<string, number[]>> {
  const appeals = await countAppeals(database);
  const newest = await countNewest(database, generations, appeals);
  const rows: Record<string, number[]> = {
    appeal: generations.map((generation) => appeals.get(generation) ?? 0),
    [newestTable]: generations.map((generation) => newest.get(generation) ?? 0),
  };
  const carry = (name: string, listed: readonly number[], then: readonly number[] = []) => {
    rows[name] = carriedRows(listed, { generations: then, rows: before?.rows[name] }, counted.get(name));
  };
  for (const name of await rollupTables(database)) carry(name, generations, before?.generations);
  for (const name of await yearTables(database)) carry(name, years, before?.years);
  return rows;
}

/** Years whose sums hold what their months hold: of all, where tables are only arranged anew. */
function yearsNow(before: Before, { ranges, summedUp = [], truth }: Change): number[] {
  const anew = new Set(summedUp.map(yearOfGeneration));
  const right =
    truth && !truth.erased?.sumsStay ? yearsThatStay(before, numbers(ranges)) : (before?.years ?? []);
  return [...right.filter((year) => !anew.has(yearOfGeneration(year))), ...summedUp];
}

/** Where the first and the newest appeal are looked for, and which are known. */
function extremes(before: Before, { ranges, truth }: Change) {
  const generations = numbers(ranges);
  const stay = new Set(generations);
  const then = new Set(before?.generations);
  const isKnown = before !== null && before.appeals > 0;
  if (isKnown && (!truth || before.generations.every((each) => stay.has(each))))
    return {
      looked_at: truth ? generations.filter((each) => !then.has(each)) : [],
      first_day: [before.firstDay],
      last_day: [before.lastDay],
      newest_appeal: [before.newestAppeal.slice(0, 19).replace('T', ' ')],
    };
  const months = generations.map(monthOfGeneration);
  const ends = [Math.min(...months), Math.max(...months)];
  const looked_at = generations.filter((each) => ends.includes(monthOfGeneration(each)));
  return { looked_at, first_day: [], last_day: [], newest_appeal: [] };
}

/** The number of the version that follows another one. */
export const nextVersion = (before: Pick<Publication, 'version'> | null): number =>
  (before?.version ?? 0) + 1;

/**
 * Publishes the next edition: the commit of all that was written before. It costs what it changes; rows of
 * other generations are those the edition before says.
 * @throws LockLostError when another process is loading, IntegrityError when the appeals are not those before
 * and those added
 */
export async function commit(
  database: Database,
  before: Before,
  change: Change,
  lock: Pick<Lock, 'confirm'>,
): Promise<void> {
  const { ranges, counted, truth } = change;
  const generations = numbers(ranges);
  const years = yearsNow(before, change);
  const rows = await rowsOfTables(database, before, { generations, years }, counted);
  const appeals = (rows.appeal ?? []).reduce((sum, count) => sum + count, 0);
  const expected = (before?.appeals ?? 0) + (truth?.appeals ?? 0);
  if (appeals !== expected)
    throw new IntegrityError(`There should be ${expected} appeals after this load, but there are ${appeals}`);
  await lock.confirm();
  await database.command({
    sql: readSql('publish/publish.sql'),
    parameters: {
      edition: (before?.edition ?? 0) + 1,
      version: truth ? nextVersion(before) : before?.version,
      is_version: truth ? 1 : 0,
      loads: truth?.loads ?? [],
      withdrawn: truth?.withdrawn ?? [],
      generations,
      years,
      rows,
      first_ids: ranges.map(({ first }) => first),
      last_ids: ranges.map(({ last }) => last),
      appeals,
      ...extremes(before, change),
      synthetic: (truth?.synthetic ?? before?.synthetic) ? 1 : 0,
      erasures: truth?.erased?.erasures ?? [],
      texts_before: truth?.erased?.before.texts ?? nothingBlanked.texts,
      callers_before: truth?.erased?.before.callers ?? nothingBlanked.callers,
    },
    label: 'publish',
  });
}

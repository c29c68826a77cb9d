import {
  type Database,
  generationOfYear,
  type Lock,
  type Publication,
  readPublication,
  yearOfGeneration,
} from '@hotline-atlas/clickhouse';
import { atATime } from '../at-a-time.ts';
import { IntegrityError } from '../load-error.ts';
import { commit } from './commit.ts';
import { deleteBegun } from './complete-rollups.ts';
import { publishedIdRanges } from './id-ranges.ts';
import { boundedMemory, oneBlock, statementsAtATime } from './limits.ts';
import { byYear, summandsOfYear, yearTables } from './years.ts';

/** Years of fewer appeals are read by their months, so that small cities do not sum up after every load: a guess. */
const fewAppeals = 1_000_000;

/** A year to be summed up, and the generations of its months. */
interface Year {
  year: number;
  generations: number[];
}

/** Years that are over by now, are worth summing up and were not, in all tables of years, since their months changed last. */
export function missingYears(
  { generations, years, rows }: Pick<Publication, 'generations' | 'years' | 'rows'>,
  tables: readonly string[],
  now: Date,
  worthwhile = fewAppeals,
): Year[] {
  const appeals = new Map(generations.map((generation, index) => [generation, rows.appeal?.[index] ?? 0]));
  const isWhole = (_: number, index: number) => tables.every((table) => (rows[table]?.[index] ?? 0) > 0);
  const held = new Set(years.filter(isWhole).map(yearOfGeneration));
  return [...byYear(generations)]
    .map(([year, months]) => ({ year, generations: months }))
    .filter(({ year, generations: months }) => {
      const all = months.reduce((sum, month) => sum + (appeals.get(month) ?? 0), 0);
      return year < now.getUTCFullYear() && !held.has(year) && months.length > 1 && all >= worthwhile;
    });
}

/** Sums up a year in one table. @throws IntegrityError when it does not hold what its months hold */
async function sumUp(database: Database, table: string, year: number, months: number[]): Promise<void> {
  const { statement, from, appeals } = summandsOfYear(table);
  const parameters = { year_rollup: table, summands: from, year, generations: months };
  await database.command({
    sql: statement,
    parameters,
    settings: { ...boundedMemory, ...oneBlock },
    label: table,
  });
  const { rows } = await database.rows<{ same: number }>({
    sql: `SELECT (SELECT sum(s_appeals) FROM {year_rollup:Identifier} WHERE generation = {year:UInt32})
  = (SELECT ${appeals} FROM {summands:Identifier} WHERE generation IN {generations:Array(UInt32)}) AS same`,
    parameters,
  });
  if (rows[0]?.same !== 1)
    throw new IntegrityError(`${table} does not agree with the months it was made from`);
}

/**
 * Sums up the years that are over and not summed up since they changed last, and publishes them. Killed anywhere and called again,
 * it goes on. Call it under the ingest lock, when every rollup is filled.
 * @param options.worthwhile appeals from which on a year is worth it
 * @param options.signal stops between two statements; nothing is published then
 * @throws IntegrityError when a year does not agree with its months
 */
export async function completeYears(
  database: Database,
  lock: Lock,
  { worthwhile = fewAppeals, signal }: { worthwhile?: number; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const publication = await readPublication(database);
  const tables = await yearTables(database);
  const missing = publication ? missingYears(publication, tables, new Date(), worthwhile) : [];
  if (!publication || missing.length === 0) return;
  const numbered = missing.map((each) => ({
    ...each,
    generation: generationOfYear(publication.version + 1, each.year),
  }));
  const fresh = numbered.map(({ generation }) => generation);
  for (const table of tables) await deleteBegun(database, table, fresh);
  const work = tables.flatMap((table) => numbered.map((each) => ({ table, ...each })));
  await atATime(statementsAtATime, work, async ({ table, generation, generations }) => {
    if (!signal?.aborted) await sumUp(database, table, generation, generations);
  });
  if (signal?.aborted) return;
  const ranges = await publishedIdRanges(database, publication);
  await commit(database, publication, [], ranges, lock, fresh);
}

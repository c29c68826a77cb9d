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

/** A history of fewer appeals is read by its months, so that small cities do not sum up after every load: a guess. */
const fewAppeals = 5_000_000;

/**
 * A year to which appeals are added all day is summed up anew for at most a twentieth of the time. A million takes a second or two of
 * both cores.
 */
const restAfter = (appeals: number): number => (20 * 1_500 * appeals) / 1e6;

/** A year to be summed up, and the generations of its months. */
interface Year {
  year: number;
  generations: number[];
}

/** When what is summed up. */
interface Occasion {
  now: Date;
  /** When a year was summed up last. */
  summedUp: ReadonlyMap<number, Date>;
  /** Appeals a history must have. */
  worthwhile?: number;
}

/** Years, the one under way among them, that were not summed up, in all tables of years, since their months changed last, and may be by now. */
export function missingYears(
  { generations, years, rows }: Pick<Publication, 'generations' | 'years' | 'rows'>,
  tables: readonly string[],
  { now, summedUp, worthwhile = fewAppeals }: Occasion,
): Year[] {
  const appeals = new Map(generations.map((generation, index) => [generation, rows.appeal?.[index] ?? 0]));
  const appealsOf = (some: readonly number[]) =>
    some.reduce((sum, each) => sum + (appeals.get(each) ?? 0), 0);
  if (appealsOf(generations) < worthwhile) return [];
  const isWhole = (_: number, index: number) => tables.every((table) => (rows[table]?.[index] ?? 0) > 0);
  const held = new Set(years.filter(isWhole).map(yearOfGeneration));
  const listed = new Set(years.map(yearOfGeneration));
  return [...byYear(generations)]
    .map(([year, months]) => ({ year, generations: months }))
    .filter(({ year, generations: months }) => {
      const last = summedUp.get(year);
      const rested = !last || now.getTime() - last.getTime() >= restAfter(appealsOf(months));
      return !held.has(year) && (rested || listed.has(year));
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

/** When years were summed up last. */
async function yearsSummedUp(database: Database): Promise<Map<number, Date>> {
  const { rows } = await database.rows<{ generation: number; first: string }>({
    sql: `SELECT arrayJoin(years) AS generation, formatDateTime(min(published), '%FT%TZ') AS first
FROM publication GROUP BY generation ORDER BY generation`,
    label: 'years summed up',
  });
  return new Map(rows.map(({ generation, first }) => [yearOfGeneration(generation), new Date(first)]));
}

/**
 * Sums up the years that were not summed up since they changed last, and publishes them. Killed anywhere and called again, it goes on. Call it under the ingest lock, when every rollup is filled.
 * @param options.worthwhile appeals from which on a history is worth it
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
  const occasion = { now: new Date(), summedUp: await yearsSummedUp(database), worthwhile };
  const missing = publication ? missingYears(publication, tables, occasion) : [];
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

import {
  type Database,
  generationOfAll,
  generationOfYear,
  isOfAll,
  type Lock,
  nextNumber,
  type Publication,
  readNewestPublication,
  yearOfGeneration,
} from '@hotline-atlas/clickhouse';
import { commit } from '../publish/commit.ts';
import { publishedIdRanges } from '../publish/settle/id-ranges.ts';
import { IntegrityError } from '../read/load-error.ts';
import { atATime } from '../tables/at-a-time.ts';
import { deleteFromRollup } from '../tables/generations.ts';
import { boundedMemory, oneBlock, statementsAtATime } from '../tables/limits.ts';
import type { RowCounts } from '../tables/row-counts.ts';
import { areTogether, type SumSource, summandsOfAll, summandsOfYear, yearTables } from '../tables/years.ts';
import { readableGenerations } from './drop-abandoned.ts';
import { missingTogether, missingYears, type Occasion } from './missing-years.ts';
import { yearSteps } from './years-in-order.ts';

/** A generation, and those it sums up. */
interface Sum {
  generation: number;
  generations: readonly number[];
}

/**
 * Sums up generations in one table. @returns the rows it took. @throws IntegrityError when the sum does not
 * hold what they hold
 */
async function sumUp(
  database: Database,
  table: string,
  { generation, generations }: Sum,
  { statement, from, appeals }: SumSource,
): Promise<number> {
  const parameters = { year_rollup: table, summands: from, year: generation, generations };
  await database.command({
    sql: statement,
    parameters,
    settings: { ...boundedMemory, ...oneBlock },
    label: table,
  });
  const { rows } = await database.rows<{ same: number; held: number }>({
    sql: `SELECT sum(s_appeals) = (SELECT ${appeals} FROM {summands:Identifier} WHERE generation IN {generations:Array(UInt32)}) AS same, count() AS held
FROM {year_rollup:Identifier} WHERE generation = {year:UInt32}`,
    parameters,
  });
  const [found] = rows;
  if (found?.same !== 1) throw new IntegrityError(`${table} does not agree with the months it was made from`);
  return found.held;
}

/** When years were summed up last. */
async function yearsSummedUp(database: Database): Promise<Map<number, Date>> {
  const { rows } = await database.rows<{ generation: number; first: string }>({
    sql: `SELECT arrayJoin(years) AS generation, formatDateTime(min(arranged), '%FT%TZ') AS first
FROM publication GROUP BY generation ORDER BY generation`,
    label: 'years summed up',
  });
  const ofYears = rows.filter(({ generation }) => !isOfAll(generation));
  return new Map(ofYears.map(({ generation, first }) => [yearOfGeneration(generation), new Date(first)]));
}

/** What the next edition lacks: years, and all of them together. */
function missingSums(publication: Publication, tables: readonly string[], occasion: Occasion) {
  const next = nextNumber(publication.edition, publication.years);
  const years: Sum[] = missingYears(publication, tables, occasion).map(({ year, generations }) => ({
    generation: generationOfYear(next, year),
    generations,
  }));
  const fresh = years.map(({ generation }) => generation);
  const summands = missingTogether(publication, tables, tables.filter(areTogether), fresh);
  const all: Sum[] = summands ? [{ generation: generationOfAll(next), generations: summands }] : [];
  return { years, all };
}

/**
 * Deletes years that no edition lists any more, and what an interrupted summing up left behind: the tables
 * hold few generations.
 */
async function deleteUnlisted(database: Database, tables: readonly string[]): Promise<void> {
  const { readable } = await readableGenerations(database);
  for (const table of tables) {
    const { rows } = await database.rows<{ generation: number }>({
      sql: 'SELECT DISTINCT generation FROM {table:Identifier}',
      parameters: { table },
    });
    const unlisted = rows.map(({ generation }) => generation).filter((each) => !readable.has(each));
    await deleteFromRollup(database, table, unlisted);
  }
}

/** Deletes years that no edition lists any more. Call it under the ingest lock. */
export async function dropUnlistedYears(database: Database): Promise<void> {
  await deleteUnlisted(database, await yearTables(database));
}

/** Sums up years in some tables, and then all of them together. @returns the rows it took */
async function sumUpStep(
  database: Database,
  tables: readonly string[],
  { years, all }: { years: readonly Sum[]; all: readonly Sum[] },
  signal: AbortSignal | undefined,
): Promise<RowCounts> {
  const counted = new Map(tables.map((table) => [table, new Map<number, number>()]));
  const sumUpIn = (some: readonly string[], sums: readonly Sum[], from: (table: string) => SumSource) =>
    atATime(
      statementsAtATime,
      some.flatMap((table) => sums.map((sum) => ({ table, sum }))),
      async ({ table, sum }) => {
        if (signal?.aborted) return;
        counted.get(table)?.set(sum.generation, await sumUp(database, table, sum, from(table)));
      },
    );
  await sumUpIn(tables, years, summandsOfYear);
  await sumUpIn(tables.filter(areTogether), all, summandsOfAll);
  return counted;
}

export interface YearsOptions {
  worthwhile?: number;
  now?: Date;
  signal?: AbortSignal | undefined;
}

/**
 * Sums up the years that were not summed up since they changed last, and all of them together, and publishes
 * them step by step. Killed anywhere and called again, it goes on. Call it under the ingest lock, when every
 * rollup is filled.
 * @param options.worthwhile appeals from which on a history is worth it
 * @param options.now by which years have rested or not
 * @param options.signal stops between two statements; that step is not published then
 * @throws IntegrityError when a year does not agree with its months
 */
export async function completeYears(
  database: Database,
  lock: Lock,
  { worthwhile, now = new Date(), signal }: YearsOptions = {},
): Promise<void> {
  const publication = await readNewestPublication(database);
  if (!publication) return;
  const tables = await yearTables(database);
  const occasion = { now, summedUp: await yearsSummedUp(database), worthwhile };
  const { years, all } = missingSums(publication, tables, occasion);
  const fresh = [...years, ...all].map(({ generation }) => generation);
  if (fresh.length === 0) return;
  await deleteUnlisted(database, tables);
  for (const step of yearSteps(tables)) {
    const counted = await sumUpStep(database, step, { years, all }, signal);
    if (signal?.aborted) return;
    const before = await readNewestPublication(database);
    const ranges = await publishedIdRanges(database, publication);
    await commit(database, before, { ranges, counted, summedUp: fresh, truth: null }, lock);
  }
}

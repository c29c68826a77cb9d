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
import { commit, noChange } from '../publish/commit.ts';
import { publishedIdRanges } from '../publish/settle/id-ranges.ts';
import { IntegrityError } from '../read/load-error.ts';
import { atATime } from '../tables/at-a-time.ts';
import { boundedMemory, oneBlock, statementsAtATime } from '../tables/limits.ts';
import { areTogether, type SumSource, summandsOfAll, summandsOfYear, yearTables } from '../tables/years.ts';
import { deleteBegun } from './complete-rollups.ts';
import { missingTogether, missingYears, type Occasion } from './missing-years.ts';

/** A generation, and those it sums up. */
interface Sum {
  generation: number;
  generations: readonly number[];
}

/** Sums up generations in one table. @throws IntegrityError when the sum does not hold what they hold */
async function sumUp(
  database: Database,
  table: string,
  { generation, generations }: Sum,
  { statement, from, appeals }: SumSource,
): Promise<void> {
  const parameters = { year_rollup: table, summands: from, year: generation, generations };
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
  const ofYears = rows.filter(({ generation }) => !isOfAll(generation));
  return new Map(ofYears.map(({ generation, first }) => [yearOfGeneration(generation), new Date(first)]));
}

/** What the next version lacks: years, and all of them together. */
function missingSums(publication: Publication, tables: readonly string[], occasion: Occasion) {
  const next = nextNumber(publication.version, publication.years);
  const years: Sum[] = missingYears(publication, tables, occasion).map(({ year, generations }) => ({
    generation: generationOfYear(next, year),
    generations,
  }));
  const fresh = years.map(({ generation }) => generation);
  const summands = missingTogether(publication, tables, tables.filter(areTogether), fresh);
  const all: Sum[] = summands ? [{ generation: generationOfAll(next), generations: summands }] : [];
  return { years, all };
}

export interface YearsOptions {
  worthwhile?: number;
  now?: Date;
  signal?: AbortSignal | undefined;
}

/**
 * Sums up the years that were not summed up since they changed last, and all of them together, and publishes them. Killed anywhere and
 * called again, it goes on. Call it under the ingest lock, when every rollup is filled.
 * @param options.worthwhile appeals from which on a history is worth it
 * @param options.now by which years have rested or not
 * @param options.signal stops between two statements; nothing is published then
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
  for (const table of tables) await deleteBegun(database, table, fresh);
  const sumUpIn = (some: readonly string[], sums: readonly Sum[], from: (table: string) => SumSource) =>
    atATime(
      statementsAtATime,
      some.flatMap((table) => sums.map((sum) => ({ table, sum }))),
      async ({ table, sum }) => {
        if (!signal?.aborted) await sumUp(database, table, sum, from(table));
      },
    );
  await sumUpIn(tables, years, summandsOfYear);
  await sumUpIn(tables.filter(areTogether), all, summandsOfAll);
  if (signal?.aborted) return;
  const ranges = await publishedIdRanges(database, publication);
  await commit(database, publication, noChange(publication), ranges, lock, fresh);
}

import type { Database } from './database.ts';
import { isOfAll, monthOfGenerationSql, yearOfMonth } from './generation.ts';
import type { Publication } from './publication.ts';

/** How many of some things are done, of how many. */
interface Share {
  done: number;
  of: number;
}

/** What is prepared of an edition so that questions and searches are fast. No figure depends on it. */
export interface Completeness {
  /** Rollups that hold every month. */
  tables: Share;
  /** Years that are summed up; none of a history that is read by its months. */
  years: Share;
  /** Months whose texts are indexed. */
  months: Share;
  /** Whether nobody has to wait for any of it. */
  complete: boolean;
}

/** A history of fewer appeals is read by its months: a guess. */
export const fewestWithYears = 5_000_000;

/** So many texts are read without an index in a fraction of a second. */
export const fewTexts = 1_000_000;

/** Years of a history and those that are summed up; one year is read by its months as fast. */
function yearsOf({ generations, years, appeals }: Publication): Share {
  const of = new Set(generations.map(yearOfMonth)).size;
  if (appeals < fewestWithYears || of < 2) return { done: 0, of: 0 };
  return { done: years.filter((year) => !isOfAll(year)).length, of };
}

async function rollupNames(database: Database): Promise<string[]> {
  const { rows } = await database.rows<{ name: string }>({
    sql: `SELECT name FROM system.tables
WHERE database = currentDatabase() AND startsWith(name, 'rollup_') AND NOT startsWith(name, 'rollup_year_') AND name != 'rollup_columns'`,
    label: 'rollups',
  });
  return rows.map(({ name }) => name);
}

/** Months and how many texts of them have no index. */
async function textsOfMonths(database: Database, generations: readonly number[]) {
  const { rows } = await database.rows<{ months: number; indexed: number; unindexed: number }>({
    sql: `SELECT toUInt32(count()) AS months, toUInt32(countIf(without = 0)) AS indexed, sum(without) AS unindexed
FROM (SELECT ${monthOfGenerationSql} AS month, sumIf(rows, secondary_indices_compressed_bytes = 0) AS without
      FROM (SELECT toUInt32(partition) AS generation, rows, secondary_indices_compressed_bytes
            FROM system.parts WHERE database = currentDatabase() AND active AND table = 'appeal')
      WHERE generation IN {generations:Array(UInt32)}
      GROUP BY month)`,
    parameters: { generations },
    label: 'indexed months',
  });
  return rows[0] ?? { months: 0, indexed: 0, unindexed: 0 };
}

/**
 * How far an edition is prepared. Years count as prepared once some are summed up: one that a load changed
 * rests before it is summed up anew.
 */
export async function readCompleteness(database: Database, publication: Publication): Promise<Completeness> {
  const { generations, rows } = publication;
  const rollups = await rollupNames(database);
  const filled = rollups.filter((rollup) => generations.every((_, index) => rows[rollup]?.[index]));
  const tables = { done: filled.length, of: rollups.length };
  const years = yearsOf(publication);
  const { months, indexed, unindexed } = await textsOfMonths(database, generations);
  return {
    tables,
    years,
    months: { done: indexed, of: months },
    complete: tables.done === tables.of && (years.done > 0 || years.of === 0) && unindexed < fewTexts,
  };
}

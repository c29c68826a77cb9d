import {
  type Database,
  isOfAll,
  type Publication,
  readSql,
  sqlExists,
  yearOfGeneration,
  yearOfMonth,
} from '@hotline-atlas/clickhouse';

/** What the names of tables of years begin with. */
export const yearPrefix = 'rollup_year_';

/** The tables of years, the largest first: what takes longest begins first. */
export async function yearTables(database: Database): Promise<string[]> {
  const { rows } = await database.rows<{ name: string }>({
    sql: `SELECT name FROM system.tables
WHERE database = currentDatabase() AND startsWith(name, {prefix:String}) ORDER BY total_rows DESC, name`,
    parameters: { prefix: yearPrefix },
  });
  return rows.map(({ name }) => name);
}

/**
 * What a generation of a table of years is summed up from: a statement, the table it reads, and how that
 * counts appeals.
 */
export interface SumSource {
  statement: string;
  from: string;
  appeals: string;
}

/**
 * What a year is summed up from: the rows, where the table has a statement of its own; else the months of its
 * monthly rollup.
 */
export function summandsOfYear(yearTable: string): SumSource {
  const own = `rollups/${yearTable}.sql`;
  if (sqlExists(own)) return { statement: readSql(own), from: 'appeal', appeals: 'count()' };
  const from = yearTable.replace(yearPrefix, 'rollup_month_');
  return { statement: readSql('publish/sum_up_year.sql'), from, appeals: 'sum(s_appeals)' };
}

/**
 * Whether all years are summed up together: not of tables with a statement of their own, which list times to
 * close, and no sum makes a list shorter.
 */
export const areTogether = (yearTable: string): boolean => !sqlExists(`rollups/${yearTable}.sql`);

/** What all years together are summed up from: the years. */
export const summandsOfAll = (yearTable: string): SumSource => ({
  statement: readSql('publish/sum_up_all_years.sql'),
  from: yearTable,
  appeals: 'sum(s_appeals)',
});

/** Generations by the year they are in. */
export function byYear(generations: readonly number[]): Map<number, number[]> {
  const years = new Map<number, number[]>();
  for (const generation of generations) {
    const year = yearOfMonth(generation);
    years.set(year, [...(years.get(year) ?? []), generation]);
  }
  return years;
}

/**
 * Years of a version none of whose months another version changes, and all together where none of any does.
 */
export function yearsThatStay(
  before: Pick<Publication, 'generations' | 'years'> | null,
  generations: readonly number[],
): number[] {
  if (!before) return [];
  const [then, now] = [byYear(before.generations), byYear(generations)];
  const monthsOf = (year: number, of: ReadonlyMap<number, readonly number[]>) =>
    [...(of.get(year) ?? [])].sort().join();
  const same = [...before.generations].sort().join() === [...generations].sort().join();
  return before.years.filter((each) => {
    if (isOfAll(each)) return same;
    const year = yearOfGeneration(each);
    return monthsOf(year, then) === monthsOf(year, now);
  });
}

import {
  type Database,
  type Publication,
  readSql,
  sqlExists,
  yearOfGeneration,
  yearOfMonth,
} from '@hotline-atlas/clickhouse';

/** What the names of tables of years begin with. */
export const yearPrefix = 'rollup_year_';

/** The tables of years, by name. */
export async function yearTables(database: Database): Promise<string[]> {
  const { rows } = await database.rows<{ name: string }>({
    sql: `SELECT name FROM system.tables
WHERE database = currentDatabase() AND startsWith(name, {prefix:String}) ORDER BY name`,
    parameters: { prefix: yearPrefix },
  });
  return rows.map(({ name }) => name);
}

/** What a year of a table of years is summed up from: its own statement's rows, where it has one; else the months of its monthly rollup. */
export function summandsOfYear(yearTable: string): { statement: string; from: string; appeals: string } {
  const own = `rollups/${yearTable}.sql`;
  if (sqlExists(own)) return { statement: readSql(own), from: 'appeal', appeals: 'count()' };
  const from = yearTable.replace(yearPrefix, 'rollup_month_');
  return { statement: readSql('publish/sum_up_year.sql'), from, appeals: 'sum(s_appeals)' };
}

/** Generations by the year they are in. */
export function byYear(generations: readonly number[]): Map<number, number[]> {
  const years = new Map<number, number[]>();
  for (const generation of generations) {
    const year = yearOfMonth(generation);
    years.set(year, [...(years.get(year) ?? []), generation]);
  }
  return years;
}

/** Years of a version none of whose months another version changes. */
export function yearsThatStay(
  before: Pick<Publication, 'generations' | 'years'> | null,
  generations: readonly number[],
): number[] {
  if (!before) return [];
  const [then, now] = [byYear(before.generations), byYear(generations)];
  const monthsOf = (year: number, of: ReadonlyMap<number, readonly number[]>) =>
    [...(of.get(year) ?? [])].sort().join();
  return before.years.filter((each) => {
    const year = yearOfGeneration(each);
    return monthsOf(year, then) === monthsOf(year, now);
  });
}

import { type Database, type Publication, yearOfGeneration, yearOfMonth } from '@hotline-atlas/clickhouse';

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

/** The monthly rollup a table of years sums up. */
export const monthlyOf = (yearTable: string): string => yearTable.replace(yearPrefix, 'rollup_month_');

/** Rows of a table of years by generation, as the engine counts them in its parts. */
export async function countYears(database: Database, table: string): Promise<Map<number, number>> {
  const { rows } = await database.rows<{ generation: number; rows: number }>({
    sql: `SELECT toUInt32(partition) AS generation, sum(rows) AS rows FROM system.parts
WHERE database = currentDatabase() AND active AND table = {table:String} GROUP BY generation`,
    parameters: { table },
  });
  return new Map(rows.map(({ generation, rows: held }) => [generation, held]));
}

/** Drops years from all their tables. */
export async function dropYears(database: Database, isToGo: (year: number) => boolean): Promise<void> {
  for (const table of await yearTables(database))
    for (const year of [...(await countYears(database, table)).keys()].filter(isToGo))
      await database.command({
        sql: 'ALTER TABLE {table:Identifier} DROP PARTITION {year:UInt32}',
        parameters: { table, year },
      });
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

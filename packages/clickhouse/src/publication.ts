import type { Database } from './database.ts';

/** One version of the data: what a reader reads, all tables and months at once. */
export interface Publication {
  version: number;
  /** UTC, ISO. */
  published: string;
  /** Generations of every table; see `sql/002_appeal.sql`. */
  generations: number[];
  /** Generations of years that are summed up, and of all years together, of tables of years; see `sql/009_years.sql`. */
  years: number[];
  /** Rows by table, beside `generations`, or beside `years`. */
  rows: Record<string, number[]>;
  appeals: number;
  firstDay: string;
  lastDay: string;
  /** UTC, ISO. */
  newestAppeal: string;
  synthetic: boolean;
}

const generationsPerLoad = 4096;

/** Months since January 1900 of a generation. */
export const monthOfGeneration = (generation: number): number => generation % generationsPerLoad;

const firstYear = 3000;

/** The generation of a year that is summed up for a version of the data. */
export const generationOfYear = (version: number, year: number): number =>
  version * generationsPerLoad + firstYear + year - 1900;

/** The year of such a generation. */
export const yearOfGeneration = (generation: number): number =>
  1900 + (generation % generationsPerLoad) - firstYear;

/** The generation of all years together that is summed up for a version of the data. */
export const generationOfAll = (version: number): number => (version + 1) * generationsPerLoad - 1;

/** Whether a generation is of all years together. */
export const isOfAll = (generation: number): boolean =>
  generation % generationsPerLoad === generationsPerLoad - 1;

/** Whether a generation is of a year or of all, not of a month. */
export const isOfYear = (generation: number): boolean => monthOfGeneration(generation) >= firstYear;

/** The year in whose tables of months a generation is. */
export const yearOfMonth = (generation: number): number =>
  1900 + Math.floor(monthOfGeneration(generation) / 12);

/** Months since January 1900 of a day. */
export const monthNumber = (day: string): number =>
  (Number(day.slice(0, 4)) - 1900) * 12 + Number(day.slice(5, 7)) - 1;

/** The newest version of the data, or null while there is none. */
export async function readPublication(database: Database): Promise<Publication | null> {
  const { rows } = await database.rows<Omit<Publication, 'synthetic'> & { synthetic: number }>({
    sql: `SELECT version, formatDateTime(published, '%FT%TZ') AS published, generations, years, rows, appeals, first_day AS firstDay,
       last_day AS lastDay, formatDateTime(newest_appeal, '%FT%TZ') AS newestAppeal, synthetic
FROM publication ORDER BY version DESC LIMIT 1`,
    label: 'publication',
  });
  const [newest] = rows;
  return newest ? { ...newest, synthetic: newest.synthetic === 1 } : null;
}

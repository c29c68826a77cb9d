import type { Database } from './database.ts';

/** One edition of the data: what a reader reads, all tables and months at once. */
export interface Publication {
  /** Number of the edition: it changes with every publication, also where tables are only arranged anew. */
  edition: number;
  /** Number of the version: it changes only where figures can change. Answers are kept by it. */
  version: number;
  /** When the version was published. UTC, ISO. */
  published: string;
  /** Generations of every table; see `sql/history/002_appeal.sql`. */
  generations: number[];
  /**
   * Generations of years that are summed up, and of all years together, of tables of years; see
   * `sql/history/009_years.sql`.
   */
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

/**
 * The newest edition of the data, which may be of no appeals at all; null while nothing was ever published.
 */
export async function readNewestPublication(database: Database): Promise<Publication | null> {
  const { rows } = await database.rows<Omit<Publication, 'synthetic'> & { synthetic: number }>({
    sql: `SELECT edition, version, formatDateTime(published, '%FT%TZ') AS published, generations, years, rows, appeals, first_day AS firstDay,
       last_day AS lastDay, formatDateTime(newest_appeal, '%FT%TZ') AS newestAppeal, synthetic
FROM publication ORDER BY version DESC, edition DESC LIMIT 1`,
    label: 'publication',
  });
  const [newest] = rows;
  return newest ? { ...newest, synthetic: newest.synthetic === 1 } : null;
}

/**
 * The newest edition of the data, or null while there are no appeals: none was loaded, or all were taken
 * back.
 */
export async function readPublication(database: Database): Promise<Publication | null> {
  const newest = await readNewestPublication(database);
  return newest && newest.appeals > 0 ? newest : null;
}

import type { Table } from '../plan/table.ts';
import { type Sql, sql } from '../sql/sql.ts';

/** A column that metrics are made of: how it is counted where a table is read, and how parts of it are added up. */
export interface Part {
  column: string;
  /** @param when only rows of which this holds */
  counted: (table: Table, when?: Sql | null) => Sql;
  /** Counted so that parts can still be added up. */
  partly: (table: Table, when?: Sql | null) => Sql;
  /** Adds up the parts in a column. */
  together: (column: Sql) => Sql;
  /** A part with nothing in it. */
  empty: Sql;
}

export const none = sql``;

/** An aggregate of an expression, of the rows of which a condition holds. */
export const aggregate = (called: Sql, parameters: Sql, of: Sql, when: Sql | null): Sql =>
  when ? sql`${called}If${parameters}(${of}, ${when})` : sql`${called}${parameters}(${of})`;

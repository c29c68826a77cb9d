import { name, type Sql, sql } from '../sql/sql.ts';

/** A column of a statement: what it holds, and what it is called. */
export interface Column {
  value: Sql;
  name: string;
}

/** A column as SELECT lists it. */
export const named = (column: Column): Sql => sql`${column.value} AS ${name(column.name)}`;

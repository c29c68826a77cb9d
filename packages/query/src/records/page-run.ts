import { fewTexts } from '@hotline-atlas/clickhouse';
import type { PlannedCity } from '../plan/plan.ts';
import type { Table } from '../plan/table.ts';
import { boundsOfQuestions } from '../run/limits.ts';
import type { Run } from '../run/run.ts';
import type { Sql } from '../sql/sql.ts';
import type { Cursor, OrderedCursor } from './cursor.ts';
import type { Reader } from './record-columns.ts';
import type { Seal } from './seal.ts';

/** How long a search may read texts that have no index. */
export interface Patience {
  /** So many texts are read at once, whatever it takes. */
  texts: number;
  /** After this time no further months are searched. */
  milliseconds: number;
}

/** Half of the two seconds that a search may take: the other half is for the page itself. */
export const usualPatience: Patience = { texts: fewTexts, milliseconds: 800 };

/** Where, for whom and how much of a selection is read. */
export interface PageRun extends Run, Reader {
  city: PlannedCity;
  tables: readonly Table[];
  cursor: Cursor | null;
  /** Where a page in an order that was asked for continues. */
  orderedCursor: OrderedCursor | null;
  /** Closes the cursor of the next page. */
  seal: Seal;
  size: number;
  patience: Patience;
}

/** Asks for rows within the bounds of questions. */
export const ask = <Row>(
  { database, signal }: Run,
  { text, parameters }: Sql,
  label: string,
  settings = boundsOfQuestions,
) => database.rows<Row>({ sql: text, parameters, settings, signal, label });

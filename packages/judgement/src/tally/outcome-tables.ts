import type { Counted, Measure } from '@hotline-atlas/model';
import { type Sql, sql, type Table } from '@hotline-atlas/query';

/** What tables of outcomes know of the orders a row stands for, under the names of the rows. */
const known: ReadonlySet<string> = new Set<Measure>([
  ...(['appeals', 'direct', 'dispatched', 'handling_known', 'visited', 'excluded'] as const),
  ...(['contact_asked', 'contacted', 'resolution_asked', 'resolved'] as const),
  ...(['satisfaction_asked', 'satisfied', 'due', 'on_time', 'closed'] as const),
]);

/** Whether every row of a table stands for orders of one outcome. */
const tellsOutcomes = ({ keys }: Table): boolean => keys?.has('outcome') ?? false;

/**
 * Tables whose rows are read as those of orders: what became of an order is known of each. None where they do
 * not know what is counted.
 */
export const outcomeTables = (tables: readonly Table[], counted: readonly Counted[]): Table[] =>
  counted.every((of) => typeof of === 'string' && known.has(of)) ? tables.filter(tellsOutcomes) : [];

/** What is counted of a row, for as many orders as it stands for. */
export const ofEveryOrder = (table: Table, value: Sql): Sql =>
  tellsOutcomes(table) ? sql`toInt64(${value}) * source.s_appeals` : value;

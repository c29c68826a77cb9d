import { monthNumber, monthOfGeneration } from '@hotline-atlas/clickhouse';
import { localDay } from '../plan/history.ts';
import type { Months } from '../plan/months.ts';
import { bind, join, name, type Sql, sql } from '../sql/sql.ts';
import type { OrderedCursor } from './cursor.ts';
import { momentSeen } from './moment.ts';
import type { MonthCount } from './page.ts';
import { type Reader, recordColumns, stateColumns } from './record-columns.ts';
import { type RecordOrder, type RecordSelection, recordConditions } from './selected.ts';

/** Seconds of the time records are in the order of, as finely as it may be seen; 0 where it is not known. */
const keyOf = ({ column }: RecordOrder, { scope, timeZone }: Pick<Reader, 'scope' | 'timeZone'>): Sql =>
  sql`toUnixTimestamp(if(toUnixTimestamp(source.${name(column)}) = 0, source.${name(column)}, ${momentSeen(column, scope, timeZone)}))`;

/** ORDER BY of an order that was asked for: unknown times last, then by number. */
export function orderSql(order: RecordOrder, reader: Pick<Reader, 'scope' | 'timeZone'>): Sql {
  const key = keyOf(order, reader);
  const way = order.descending ? sql` DESC` : sql``;
  return sql`\nORDER BY ${key} = 0, ${key}${way}, source.id${way}`;
}

function after(cursor: OrderedCursor | null, order: RecordOrder, key: Sql): Sql {
  if (!cursor) return sql``;
  const last = sql`(${bind('cursor_key', 'UInt32', cursor.key)}, ${bind('cursor_id', 'String', cursor.id)})`;
  const beyond = order.descending ? sql`(${key}, source.id) < ${last}` : sql`(${key}, source.id) > ${last}`;
  if (cursor.key === 0) return sql`\n  AND ${key} = 0 AND ${beyond}`;
  return sql`\n  AND (${key} = 0 OR ${beyond})`;
}

/**
 * The part of the data that holds the next page in an order: months that have records; in the order of
 * receipt, as many of them as it takes.
 */
export function monthsOfOrderedPage(
  months: Months,
  counts: readonly MonthCount[],
  { order, cursor, size }: { order: RecordOrder; cursor: OrderedCursor | null; size: number },
  timeZone: string,
): Months {
  const inWay = order.descending ? counts : [...counts].reverse();
  const at = cursor && monthNumber(localDay(new Date(cursor.key * 1000).toISOString(), timeZone));
  const isBehind = (month: number) => at !== null && (order.descending ? month > at : month < at);
  const taken = new Set<number>();
  let sure = 0;
  for (const { month, appeals } of inWay) {
    if (order.column !== 'received') {
      taken.add(month);
      continue;
    }
    if (isBehind(month)) continue;
    if (sure > size) break;
    taken.add(month);
    sure += month === at ? 0 : appeals;
  }
  return {
    ...months,
    generations: months.generations.filter((generation) => taken.has(monthOfGeneration(generation))),
  };
}

/** A page of records in an order that was asked for, and one more that tells whether there is a next page. */
export function compileOrderedPage(
  selection: RecordSelection,
  months: Months,
  reader: Reader,
  { order, cursor, size }: { order: RecordOrder; cursor: OrderedCursor | null; size: number },
): Sql {
  const key = keyOf(order, reader);
  return sql`SELECT ${join([...recordColumns(reader, 'text'), ...stateColumns(selection)], ',\n  ')},
  ${key} AS cursor_key, source.id AS cursor_id
FROM appeal AS source
WHERE ${recordConditions(selection, months, reader.scope)}${after(cursor, order, key)}${orderSql(order, reader)}
LIMIT ${bind('rows', 'UInt32', size + 1)}`;
}

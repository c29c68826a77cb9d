import { monthOfGeneration, type Publication } from '@hotline-atlas/clickhouse';
import type { Scope } from '@hotline-atlas/model';
import type { Months } from '../plan/months.ts';
import { bind, join, name, type Sql, sql } from '../sql/sql.ts';
import { type Cursor, newestMonth } from './cursor.ts';
import { momentSeen } from './moment.ts';
import { type Reader, recordColumns, stateColumns } from './record-columns.ts';
import { type RecordSelection, recordConditions } from './selected.ts';

/** Appeals of a month, counted from January 1900. */
export interface MonthCount {
  month: number;
  appeals: number;
}

/** How many records there are in each generation. */
export const compileMonthCounts = (selection: RecordSelection, months: Months, scope: Scope): Sql =>
  sql`SELECT source.generation AS generation, toUInt32(count()) AS appeals
FROM appeal AS source
WHERE ${recordConditions(selection, months, scope)}
GROUP BY 1`;

/** Counts summed by month, the newest first. */
export function newestFirst(counts: readonly MonthCount[]): MonthCount[] {
  const months = new Map<number, number>();
  for (const { month, appeals } of counts) months.set(month, (months.get(month) ?? 0) + appeals);
  return [...months].map(([month, appeals]) => ({ month, appeals })).sort((a, b) => b.month - a.month);
}

/**
 * The part of the data that holds the next page: the newest months from the cursor on that have enough
 * records, so that a page does not sort the whole history.
 */
export function monthsOfPage(
  months: Months,
  counts: readonly MonthCount[],
  cursor: Cursor | null,
  size: number,
  timeZone: string,
): Months {
  const newest = newestMonth(cursor, timeZone);
  const taken = new Set<number>();
  let sure = 0;
  for (const { month, appeals } of counts) {
    if (month > newest) continue;
    if (sure > size) break;
    taken.add(month);
    sure += month === newest ? 0 : appeals;
  }
  return {
    ...months,
    generations: months.generations.filter((generation) => taken.has(monthOfGeneration(generation))),
  };
}

/** Tables that hold appeals: all of them by place and topic, the newest months also by time of receipt. */
export type TableOfRecords = 'appeal' | 'appeal_newest';

/**
 * Fewer records than one in so many are found sooner by their place and topic than among all that came about
 * the same time.
 */
const leastShare = 1 / 500;

/**
 * Where a page is read from: the table in order of receipt where it holds all of the part, and enough of its
 * rows are wanted.
 */
export function tableOfPage(
  { q, id }: RecordSelection,
  part: Months,
  counts: readonly MonthCount[],
  { generations, rows }: Pick<Publication, 'generations' | 'rows'>,
): TableOfRecords {
  if (q !== undefined || id !== undefined) return 'appeal';
  const held = part.generations.map(
    (generation) => rows.appeal_newest?.[generations.indexOf(generation)] ?? 0,
  );
  if (held.length === 0 || held.includes(0)) return 'appeal';
  const months = new Set(part.generations.map(monthOfGeneration));
  const wanted = counts.reduce((sum, { month, appeals }) => sum + (months.has(month) ? appeals : 0), 0);
  const all = held.reduce((sum, each) => sum + each, 0);
  return wanted >= leastShare * all ? 'appeal_newest' : 'appeal';
}

function after(cursor: Cursor | null, received: Sql): Sql {
  if (!cursor) return sql``;
  if ('before' in cursor) return sql`\n  AND source.day < ${bind('cursor_before', 'Date', cursor.before)}`;
  const last = bind('cursor_received', 'UInt32', cursor.received);
  return sql`\n  AND (toUnixTimestamp(${received}), source.id) < (${last}, ${bind('cursor_id', 'String', cursor.id)})`;
}

/**
 * A page of records, newest first, and one more that tells whether there is a next page. Their order tells no
 * more of their times than they do.
 */
export function compilePage(
  selection: RecordSelection,
  months: Months,
  reader: Reader,
  page: { table: TableOfRecords; cursor: Cursor | null; size: number },
): Sql {
  const { scope, timeZone } = reader;
  const received = momentSeen('received', scope, timeZone);
  return sql`SELECT ${join([...recordColumns(reader, 'text'), ...stateColumns(selection)], ',\n  ')},
  toUnixTimestamp(${received}) AS cursor_received, source.id AS cursor_id
FROM ${name(page.table)} AS source
WHERE ${recordConditions(selection, months, scope)}${after(page.cursor, received)}
ORDER BY ${received} DESC, source.id DESC
LIMIT ${bind('rows', 'UInt32', page.size + 1)}`;
}

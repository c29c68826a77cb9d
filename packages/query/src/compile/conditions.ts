import {
  type Clause,
  daysIn,
  daysOfSpans,
  type OpenAsOf,
  type Period,
  type Scope,
  type Selection,
} from '@hotline-atlas/model';
import type { Months } from '../plan/months.ts';
import { resolutionOf } from '../plan/needs.ts';
import { appealTable, cellColumnOf, type Table } from '../plan/table.ts';
import { bind, join, name, type Sql, sql } from '../sql/sql.ts';
import { cellAt, value } from './dimension.ts';
import { searchConditions } from './search.ts';

/** Whether an expression lies in one of some spans of days. */
export function inSpans(day: Sql, placeholder: string, spans: readonly Period[]): Sql {
  const from = bind(
    `${placeholder}_from`,
    'Array(Date)',
    spans.map((span) => span.from),
  );
  const to = bind(
    `${placeholder}_to`,
    'Array(Date)',
    spans.map((span) => span.to),
  );
  return sql`arrayExists((first, after) -> ${day} >= first AND ${day} < after, ${from}, ${to})`;
}

function inCells(cells: readonly string[], placeholder: string, table: Table): Sql {
  const named = cells.filter((cell) => cell !== '');
  const known = [...new Set(named.map(resolutionOf))].sort().map((resolution) => {
    const own = named.filter((cell) => resolutionOf(cell) === resolution);
    const list = bind(`${placeholder}_${resolution}`, 'Array(String)', own);
    return sql`${cellAt(table, resolution)} IN (arrayMap(cell -> stringToH3(cell), ${list}))`;
  });
  const unknown = cells.includes('') ? [sql`source.${name(cellColumnOf(table) ?? 'cell')} = 0`] : [];
  const any = [...known, ...unknown];
  return any.length > 0 ? sql`(${join(any, ' OR ')})` : sql`false`;
}

/**
 * Whether an expression is one of some values. The engine understands one value sooner than a list of one.
 */
function isAmong(of: Sql, placeholder: string, type: string, values: readonly (string | number)[]): Sql {
  const [only, ...more] = values;
  if (only !== undefined && more.length === 0) return sql`${of} = ${bind(placeholder, type, only)}`;
  return sql`${of} IN ${bind(placeholder, `Array(${type})`, values)}`;
}

function matches({ dimension, values }: Clause, placeholder: string, table: Table, due?: OpenAsOf): Sql {
  if (dimension === 'cell') return inCells(values, placeholder, table);
  if (dimension === 'hour_of_day' || dimension === 'day_of_week')
    return isAmong(value(dimension, table, due), placeholder, 'UInt8', values.map(Number));
  return isAmong(value(dimension, table, due), placeholder, 'String', values);
}

/** Whether a clause holds. @param placeholder names what is bound for it */
function holds(clause: Clause, placeholder: string, table: Table, due?: OpenAsOf): Sql {
  const matching = matches(clause, placeholder, table, due);
  return clause.exclude ? sql`NOT (${matching})` : matching;
}

/**
 * Whether a clause of a question holds.
 * @param index keeps the placeholders of several clauses apart
 * @param due as of when orders are open
 */
export const condition = (clause: Clause, index: number, table: Table, due?: OpenAsOf): Sql =>
  holds(clause, `where_${index}`, table, due);

/** Days that are sooner looked up one by one than span by span. */
const fewDays = 400;

/** The days of a reading; nothing where generations say it all. */
function dayConditions({ days }: Months, label: string): Sql[] {
  const [first, last] = [days?.[0], days?.at(-1)];
  if (!days || !first || !last) return [];
  const within = [
    sql`source.day >= ${bind(`${label}_from`, 'Date', first.from)}`,
    sql`source.day < ${bind(`${label}_to`, 'Date', last.to)}`,
  ];
  if (days.length === 1) return within;
  const among =
    daysIn(days) <= fewDays
      ? sql`source.day IN ${bind(`${label}_days`, 'Array(Date)', daysOfSpans(days))}`
      : inSpans(sql`source.day`, `${label}_spans`, days);
  return [...within, among];
}

/** What the scope lets be seen. */
export const scopeConditions = ({ clauses }: Scope, table: Table): Sql[] =>
  clauses.map((clause, index) => holds(clause, `scope_${index}`, table));

/** A generation that no row has. The engine fails to tell rows apart by a list of none. */
const noGeneration = [0];

/** The rows of some generations. */
export const ofGenerations = (generations: readonly number[], label: string): Sql =>
  isAmong(
    sql`source.generation`,
    `${label}_generations`,
    'UInt32',
    generations.length > 0 ? generations : noGeneration,
  );

/**
 * Which rows a reading takes.
 * @param label keeps the placeholders of several readings apart
 */
export const monthsConditions = (months: Months, label: string): Sql[] => [
  ofGenerations(months.generations, label),
  ...dayConditions(months, label),
];

/**
 * Which rows of `appeal` lie in some months and in a scope, for a statement inside of another.
 * @param label keeps its placeholders apart from those of the other
 */
export const rowsWithin = (months: Months, scope: Scope, label: string): Sql =>
  join([...monthsConditions(months, label), ...scopeConditions(scope, appealTable)], '\n  AND ');

/** Everything an appeal must satisfy whenever it came, at the place where the table is read. */
export const selectionConditions = (
  { where, q, due }: Pick<Selection, 'where' | 'q' | 'due'>,
  scope: Scope,
  table: Table,
): Sql[] => [
  ...scopeConditions(scope, table),
  ...where.map((clause, index) => condition(clause, index, table, due)),
  ...searchConditions(q, scope),
];

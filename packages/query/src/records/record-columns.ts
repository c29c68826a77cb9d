import type { Scope } from '@hotline-atlas/model';
import { bind, name, type Sql, sql } from '../sql/sql.ts';

/** How values of a column are to be taken. */
export type Kind = 'name' | 'word' | 'answer' | 'time' | 'cell' | 'place' | 'list' | 'private';

/** Columns of an appeal that are shown, in order, named as in the table. Callers never leave the database. */
const kinds = {
  id: 'name',
  received: 'time',
  dispatched: 'time',
  due: 'time',
  closed: 'time',
  visited: 'time',
  updated: 'time',
  kind: 'word',
  appellant: 'word',
  channel: 'word',
  topic1: 'word',
  topic2: 'word',
  topic3: 'word',
  district: 'word',
  subdistrict: 'word',
  unit: 'word',
  urgency: 'word',
  status: 'word',
  handling: 'word',
  contacted: 'answer',
  resolved: 'answer',
  satisfied: 'answer',
  excluded_reason: 'word',
  location_quality: 'word',
  latitude: 'place',
  longitude: 'place',
  cell: 'cell',
  address: 'private',
  text: 'private',
  reply: 'private',
  flaws: 'list',
} as const satisfies Record<string, Kind>;

export type RecordColumn = keyof typeof kinds;
const columns = Object.keys(kinds) as RecordColumn[];

/** The columns somebody may see. */
export const visibleColumns = (scope: Scope): RecordColumn[] =>
  columns.filter((column) => scope.texts || kinds[column] !== 'private');

/** How the values of a column are to be taken. */
export const kindOf = (column: RecordColumn): Kind => kinds[column];

/**
 * How values are written: as JSON and lines of text want them, as CSV that a spreadsheet opens, as cells of a workbook, or typed.
 */
export type Writing = 'text' | 'spreadsheet' | 'cells' | 'typed';

const knownWord = (word: Sql): Sql => sql`nullIf(toString(${word}), '')`;

/**
 * What a spreadsheet takes a cell for a formula by, in full width too where people write so; an apostrophe in front makes it text. Few
 * different words: once a word.
 */
const harmlessWord = (word: Sql): Sql =>
  sql`replaceRegexpOne(${word}, '^([-=+@＝＋－＠\\t\\r\\n])', '\\'\\\\1')`;

/** The same of texts that are all different: by their first byte. */
const harmlessText = (text: Sql): Sql =>
  sql`if(ascii(${text}) IN (9, 10, 13, 43, 45, 61, 64) OR (ascii(${text}) = 239 AND substring(${text}, 1, 3) IN ('＝', '＋', '－', '＠')), concat('\\'', ${text}), ${text})`;

function time(moment: Sql, writing: Writing, timeZone: string): Sql {
  const zone = bind('time_zone', 'String', timeZone);
  const local =
    writing === 'typed'
      ? sql`toDateTime64(${moment}, 0, ${zone})`
      : sql`formatDateTime(${moment}, '%Y-%m-%dT%H:%i:%S', ${zone})`;
  return sql`if(toUnixTimestamp(${moment}) = 0, NULL, ${local})`;
}

function written(column: RecordColumn, writing: Writing, timeZone: string): Sql {
  const own = sql`source.${name(column)}`;
  const people = writing === 'spreadsheet';
  switch (kindOf(column)) {
    case 'word':
      return people ? harmlessWord(knownWord(own)) : knownWord(own);
    case 'name':
    case 'private':
      return sql`nullIf(${people ? harmlessText(own) : own}, '')`;
    case 'answer':
      return knownWord(own);
    case 'time':
      return time(own, writing, timeZone);
    case 'place':
      return sql`if(source.latitude = 0 AND source.longitude = 0, NULL, ${own})`;
    case 'cell':
      return sql`if(${own} = 0, NULL, lower(substring(hex(${own}), 2)))`;
    case 'list':
      return people || writing === 'cells' ? sql`arrayStringConcat(${own}, '; ')` : own;
  }
}

/** The columns of a record, unknown values as NULL, times in the city's own time. */
export const recordColumns = (scope: Scope, writing: Writing, timeZone: string): Sql[] =>
  visibleColumns(scope).map((column) => sql`${written(column, writing, timeZone)} AS ${name(column)}`);

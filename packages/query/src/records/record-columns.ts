import {
  appealFieldOf,
  appealFields,
  type RecordFieldName,
  recordFieldNames,
  type Scope,
} from '@hotline-atlas/model';
import { bind, name, type Sql, sql } from '../sql/sql.ts';

/** The columns somebody may see, in order, named as in the table. */
export const visibleColumns = (scope: Scope): RecordFieldName[] =>
  recordFieldNames.filter((name) => scope.texts || appealFieldOf(name).private !== 'text');

/** The form of what a column holds. */
export const formOf = (column: RecordFieldName) => appealFields[column].form;

/**
 * How values are written: as JSON and lines of text want them, as CSV that a spreadsheet opens, as cells of a
 * workbook, or typed.
 */
export type Writing = 'text' | 'spreadsheet' | 'cells' | 'typed';

const knownWord = (word: Sql): Sql => sql`nullIf(toString(${word}), '')`;

/**
 * What a spreadsheet takes a cell for a formula by, in full width too where people write so; an apostrophe in
 * front makes it text. Few different words: once a word.
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

function written(column: RecordFieldName, writing: Writing, timeZone: string): Sql {
  const own = sql`source.${name(column)}`;
  const people = writing === 'spreadsheet';
  switch (formOf(column)) {
    case 'word':
    case 'standard':
      return people ? harmlessWord(knownWord(own)) : knownWord(own);
    case 'id':
    case 'text':
      return sql`nullIf(${people ? harmlessText(own) : own}, '')`;
    case 'answer':
      return knownWord(own);
    case 'time':
      return time(own, writing, timeZone);
    case 'number':
      return sql`if(source.latitude = 0 AND source.longitude = 0, NULL, ${own})`;
    case 'cell':
      return sql`if(${own} = 0, NULL, lower(substring(hex(${own}), 2)))`;
    case 'flaws':
      return people || writing === 'cells' ? sql`arrayStringConcat(${own}, '; ')` : own;
  }
}

/** The columns of a record, unknown values as NULL, times in the city's own time. */
export const recordColumns = (scope: Scope, writing: Writing, timeZone: string): Sql[] =>
  visibleColumns(scope).map((column) => sql`${written(column, writing, timeZone)} AS ${name(column)}`);

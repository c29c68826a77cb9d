import {
  appealFieldOf,
  appealFields,
  type RecordFieldName,
  recordFieldNames,
  type Scope,
  type Selection,
} from '@hotline-atlas/model';
import { cellAt } from '../compile/dimension.ts';
import { dueState } from '../compile/due-state.ts';
import { appealTable } from '../plan/table.ts';
import { bind, name, type Sql, sql } from '../sql/sql.ts';
import { momentSeen } from './moment.ts';
import { type NumberKey, sealedNumber } from './number-key.ts';
import type { CallerKey } from './pseudonym.ts';

/** Whom records are written for. */
export interface Reader {
  scope: Scope;
  /** Makes pseudonyms of callers; null where they are not seen. */
  callerKey: CallerKey | null;
  /** Seals numbers of appeals; null where they are shown as they are. */
  numberKey: NumberKey | null;
  timeZone: string;
}

/** Whether somebody may see a field of records. */
function isSeen(field: RecordFieldName, { texts, place, callers }: Scope): boolean {
  const { form, private: kept } = appealFieldOf(field);
  if (kept === 'text') return texts;
  if (kept === 'pseudonym') return callers !== null;
  return form !== 'number' || place === 'point';
}

/** The columns somebody may see, in order, named as in the table. */
export const visibleColumns = (scope: Scope): RecordFieldName[] =>
  recordFieldNames.filter((field) => isSeen(field, scope));

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

function time(column: RecordFieldName, writing: Writing, { scope, timeZone }: Reader): Sql {
  const zone = bind('time_zone', 'String', timeZone);
  const moment = momentSeen(column, scope, timeZone);
  const local =
    writing === 'typed'
      ? sql`toDateTime64(${moment}, 0, ${zone})`
      : sql`formatDateTime(${moment}, '%Y-%m-%dT%H:%i:%S', ${zone})`;
  return sql`if(toUnixTimestamp(source.${name(column)}) = 0, NULL, ${local})`;
}

/** The cell of a record, or the one above it that may be seen. */
function cell(place: Scope['place']): Sql {
  const seen = place === 'point' ? sql`source.cell` : cellAt(appealTable, place);
  return sql`if(source.cell = 0, NULL, lower(substring(hex(${seen}), 2)))`;
}

/** A keyed hash of what is stored of a caller, which is one itself. */
export function pseudonym({ callerKey }: Reader): Sql {
  if (!callerKey) throw new Error('Callers are written as pseudonyms, and there is no key of a project');
  const [first, second] = callerKey;
  const key = sql`(${bind('secret_caller_0', 'UInt64', first)}, ${bind('secret_caller_1', 'UInt64', second)})`;
  return sql`if(source.caller = 0, NULL, lower(hex(sipHash128Keyed(${key}, source.caller))))`;
}

/** The number of an appeal as somebody may see it. */
export const recordNumber = ({ numberKey }: Pick<Reader, 'numberKey'>): Sql =>
  numberKey ? sealedNumber(sql`source.id`, numberKey) : sql`source.id`;

function written(column: RecordFieldName, writing: Writing, reader: Reader): Sql {
  const own = sql`source.${name(column)}`;
  const people = writing === 'spreadsheet';
  switch (formOf(column)) {
    case 'word':
    case 'standard':
      return people ? harmlessWord(knownWord(own)) : knownWord(own);
    case 'id':
      return reader.numberKey
        ? sealedNumber(own, reader.numberKey)
        : sql`nullIf(${people ? harmlessText(own) : own}, '')`;
    case 'text':
      return sql`nullIf(${people ? harmlessText(own) : own}, '')`;
    case 'answer':
      return knownWord(own);
    case 'time':
      return time(column, writing, reader);
    case 'count':
      return sql`if(${own} < 0, NULL, ${own})`;
    case 'number':
      return sql`if(source.latitude = 0 AND source.longitude = 0, NULL, ${own})`;
    case 'cell':
      return cell(reader.scope.place);
    case 'caller':
      return pseudonym(reader);
    case 'flaws':
      return people || writing === 'cells' ? sql`arrayStringConcat(${own}, '; ')` : own;
  }
}

/** The columns of a record, unknown values as NULL, times in the city's own time. */
export const recordColumns = (reader: Reader, writing: Writing): Sql[] =>
  visibleColumns(reader.scope).map((column) => sql`${written(column, writing, reader)} AS ${name(column)}`);

/** The state of each record as an order, where the moment of it is known. */
export const stateColumns = ({ due }: Pick<Selection, 'due'>): Sql[] =>
  due ? [sql`${dueState(due)} AS due_state`] : [];

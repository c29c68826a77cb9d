import { newBinder } from '@hotline-atlas/clickhouse';
import type { Period } from '@hotline-atlas/model';
import type { RecordsAsked } from '../questions/question.ts';
import { filters, within } from './conditions.ts';
import type { Dialect } from './dialect.ts';
import { type FlatStatement, NotFlat, type Spans } from './statement.ts';

/** A page of records, newest first, and how many there are on all pages. */
export function compileFlatRecords(
  { selection, limit, words }: RecordsAsked,
  period: Period,
  dialect: Dialect,
): FlatStatement[] {
  if (words) throw new NotFlat('the flat tables hold no texts');
  const statement = (columns: string, rest: string): FlatStatement => {
    const binder = newBinder<string | number>();
    const spans: Spans = { period, compared: null, without: [] };
    const where = [within(period, dialect, binder), ...filters(selection, spans, dialect, binder)];
    return {
      sql: `SELECT ${columns} FROM appeal WHERE ${where.join(' AND ')}${rest}`,
      parameters: binder.parameters,
    };
  };
  return [
    statement('*', ` ORDER BY ${dialect.received} DESC, id DESC LIMIT ${Math.trunc(limit)}`),
    statement('count(*) AS total', ''),
  ];
}

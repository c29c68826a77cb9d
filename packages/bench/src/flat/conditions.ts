import type { Binder } from '@hotline-atlas/clickhouse';
import {
  type Clause,
  type DimensionName,
  isDictionaryField,
  type Period,
  type Query,
  type Resolution,
} from '@hotline-atlas/model';
import type { Dialect } from './dialect.ts';
import { NotFlat, type Spans } from './statement.ts';

/** A dimension that is no time, as the flat table has it. */
export function dimensionSql(dimension: DimensionName, resolution: Resolution, dialect: Dialect): string {
  if (isDictionaryField(dimension)) return dimension;
  if (dimension === 'cell') return dialect.cell(resolution);
  if (dimension === 'hour_of_day') return dialect.hourOfDay;
  if (dimension === 'day_of_week') return dialect.dayOfWeek;
  throw new NotFlat(`no flat column for ${dimension}`);
}

/** Received in a span of local days. */
export function within(span: Period, dialect: Dialect, binder: Binder<string | number>): string {
  const [from, to] = [span.from, span.to].map((day) => dialect.moment(binder.name(`${day} 00:00:00`)));
  return `${dialect.received} >= ${from} AND ${dialect.received} < ${to}`;
}

function clauseSql(
  { dimension, exclude, values }: Clause,
  dialect: Dialect,
  binder: Binder<string | number>,
): string {
  const resolution = dimension === 'cell' ? (Number.parseInt(values[0]?.[1] ?? 'a', 16) as Resolution) : 10;
  const column = dimensionSql(dimension, resolution, dialect);
  const equal = values.map((value) => {
    if (isDictionaryField(dimension)) return `${column} = ${dialect.word(dimension, binder.name(value))}`;
    if (dimension === 'cell') return `${column} = ${value === '' ? 0n : BigInt(`0x${value}`)}`;
    return `${column} = ${dialect.number(binder.name(Number(value)))}`;
  });
  const any = equal.length === 1 ? (equal[0] ?? 'true') : `(${equal.join(' OR ')})`;
  return exclude ? `NOT (${any})` : any;
}

/** The clauses of a question, and the spans it leaves out. */
export function filters(
  query: Pick<Query, 'where'>,
  { without }: Spans,
  dialect: Dialect,
  binder: Binder<string | number>,
): string[] {
  return [
    ...query.where.map((clause) => clauseSql(clause, dialect, binder)),
    ...without.map((span) => `NOT (${within(span, dialect, binder)})`),
  ];
}

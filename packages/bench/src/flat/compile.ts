import { type Binder, newBinder } from '@hotline-atlas/clickhouse';
import { isGrain, metricOf, type Period, type Query } from '@hotline-atlas/model';
import { dimensionSql, filters, within } from './conditions.ts';
import type { Dialect } from './dialect.ts';
import { metricColumns } from './metric-columns.ts';
import { type FlatStatement, NotFlat, type Spans } from './statement.ts';

interface Keys {
  inner: string[];
  shown: string[];
}

/** Dimensions as they are grouped by, and as they are shown. */
function keysOf(query: Query, dialect: Dialect, moment: string): Keys {
  const inner = query.by.map((dimension, at) => {
    const sql = isGrain(dimension)
      ? dialect.bucket(dimension, moment)
      : dimensionSql(dimension, query.resolution, dialect);
    return `${sql} AS k${at}`;
  });
  const shown = query.by.map((dimension, at) => {
    const column = `k${at}`;
    const sql = isGrain(dimension)
      ? dialect.shownBucket(dimension, column)
      : dimension === 'cell'
        ? dialect.shownCell(column)
        : column;
    return `${sql} AS ${dimension}`;
  });
  return { inner, shown };
}

const groupBy = (count: number): string =>
  count > 0 ? `\nGROUP BY ${Array.from({ length: count }, (_, at) => `k${at}`).join(', ')}` : '';

/** Named apart from the columns of the table, so that no engine takes the one for the other. */
const named = (columns: [string, string][]): string[] => columns.map(([name, sql]) => `${sql} AS m_${name}`);

/**
 * One reading, both sides counted beside each other: what anybody would write where time is not grouped by.
 */
function oneReading(query: Query, spans: Spans, dialect: Dialect, binder: Binder<string | number>): string {
  const { period, compared } = spans;
  const keys = keysOf(query, dialect, dialect.received);
  const sides: { span: Period; suffix: string }[] = [
    { span: period, suffix: '' },
    ...(compared ? [{ span: compared, suffix: '_before' }] : []),
  ];
  const read = sides.map(({ span }) => `(${within(span, dialect, binder)})`).join(' OR ');
  const columns = sides.flatMap(({ span, suffix }) => {
    const side = compared ? within(span, dialect, binder) : 'true';
    return query.metrics.flatMap((metric) => metricColumns(metric, `${metric}${suffix}`, side, dialect));
  });
  const where = [`(${read})`, ...filters(query, spans, dialect, binder)].join(' AND ');
  return `SELECT ${[...keys.inner, ...named(columns)].join(', ')}\nFROM appeal WHERE ${where}${groupBy(query.by.length)}`;
}

/**
 * By month against the year before: each side on its own, the one before moved onto the months it is compared
 * with.
 */
function twoReadings(
  query: Query,
  spans: Spans,
  compared: Period,
  dialect: Dialect,
  binder: Binder<string | number>,
): string {
  if (!query.by.includes('month') || query.compare !== 'year')
    throw new NotFlat('comparisons in time are written by month against the year before only');
  const side = (span: Period, moment: string, own: boolean): string => {
    const columns = query.metrics.flatMap((metric) => {
      const now = metricColumns(metric, metric, 'true', dialect);
      const before = metricColumns(metric, `${metric}_before`, 'true', dialect);
      const zero = (all: [string, string][]) => all.map(([name]): [string, string] => [name, '0']);
      return own ? [...now, ...zero(before)] : [...zero(now), ...before];
    });
    const where = [within(span, dialect, binder), ...filters(query, spans, dialect, binder)].join(' AND ');
    return `SELECT ${[...keysOf(query, dialect, moment).inner, ...named(columns)].join(', ')}\nFROM appeal WHERE ${where}${groupBy(query.by.length)}`;
  };
  const names = query.metrics.flatMap((metric) =>
    [metric, `${metric}_before`].flatMap((base) => metricColumns(metric, base, 'true', dialect)),
  );
  const summed = names.map(([name]) => `sum(sides.m_${name}) AS m_${name}`);
  return `SELECT ${[...query.by.map((_, at) => `k${at}`), ...summed].join(', ')}
FROM (
${side(spans.period, dialect.received, true)}
UNION ALL
${side(compared, dialect.addMonths(dialect.received, 12), false)}
) AS sides${groupBy(query.by.length)}`;
}

/** What rows are ordered by: a share as numerator over denominator. */
function orderSql(query: Query): string {
  if (query.order.length === 0) return '';
  const columns = query.order.map(({ column, descending }) => {
    const metric = query.metrics.find((name) => name === column);
    const kind = metric && metricOf(metric).kind;
    const share = `${column}_numerator / nullif(${column}_denominator, 0)`;
    const sql = kind === 'ratio' || kind === 'repeat_share' ? share : column;
    return descending ? `${sql} DESC NULLS LAST` : sql;
  });
  return `\nORDER BY ${[...columns, ...query.by].join(', ')}`;
}

/**
 * The statement that answers a question from one flat table: what a BI tool would send, in the words of an
 * engine.
 * @throws NotFlat where this is not written
 */
export function compileFlat(query: Query, spans: Spans, dialect: Dialect): FlatStatement {
  const binder = newBinder<string | number>();
  const inTime = query.by.some(isGrain);
  const facts =
    spans.compared && inTime
      ? twoReadings(query, spans, spans.compared, dialect, binder)
      : oneReading(query, spans, dialect, binder);
  const { shown } = keysOf(query, dialect, dialect.received);
  const sides = spans.compared ? ['', '_before'] : [''];
  const counted = query.metrics.flatMap((metric) =>
    sides.flatMap((suffix) => metricColumns(metric, `${metric}${suffix}`, 'true', dialect)),
  );
  const limit = query.limit === undefined ? '' : `\nLIMIT ${Math.trunc(query.limit)}`;
  const columns = [...shown, ...counted.map(([name]) => `m_${name} AS ${name}`)];
  const sql = `SELECT ${columns.join(', ')}\nFROM (\n${facts}\n) AS facts${orderSql(query)}${limit}`;
  return { sql, parameters: binder.parameters };
}

import type { DimensionName } from '@hotline-atlas/model';
import { rowLimit } from '../compile/compile.ts';
import { type Counter, storedCountersOf } from '../compile/counters.ts';
import { knownCountsSql } from '../compile/counts.ts';
import { shown } from '../compile/dimension.ts';
import { areApart, type Scan, scansOf } from '../compile/scan.ts';
import { scanSql, sidesOfRow } from '../compile/scan-sql.ts';
import type { Plan } from '../plan/plan.ts';
import { prefixOf, sidesRead } from '../plan/side.ts';
import { bind, join, name, type Sql, sql } from '../sql/sql.ts';

/**
 * Ways in which a combination of the dimensions may count, each a row of its own: now, before, or both, and
 * on compared days or others.
 */
export const mostSides = 8;

/** Rows with their counts, and the names of the columns besides the dimensions. */
interface SidesSql {
  rows: Sql;
  columns: string[];
}

/**
 * The one table that is read for all sides; null where there are more, or what is counted of several could
 * not be added up.
 */
function sourceOfAll(plan: Plan, counters: readonly Counter[]): Scan | null {
  const [only, ...more] = scansOf(plan);
  if (!only || more.length > 0 || only.sides.length < 2 || plan.comparison?.weights) return null;
  // The engine refuses to group by a side that is the same for all rows because there are none.
  if (only.sides.every(({ months }) => months.generations.length === 0)) return null;
  const addUp = counters.every(({ column }) => column !== 'callers');
  const apart = only.sides.every(({ months }, at) =>
    only.sides.slice(at + 1).every((other) => areApart(months, other.months)),
  );
  return addUp || apart ? only : null;
}

/**
 * Counts of all sides in rows of their own where one table is read for all: the engine understands half as
 * many aggregates in four fifths of the time. Else beside each other.
 */
function sidesSql(plan: Plan, counters: readonly Counter[]): SidesSql {
  const scan = sourceOfAll(plan, counters);
  if (scan) {
    const counts = counters.map(({ column, counted }) => ({ value: counted(scan.table), name: column }));
    const sides = { value: sidesOfRow(scan), name: 'sides' };
    return {
      rows: scanSql(plan, scan, counts, [sides]),
      columns: ['sides', ...counters.map(({ column }) => column)],
    };
  }
  const columns = sidesRead(plan).flatMap((side) => counters.map(({ column }) => prefixOf(side) + column));
  return { rows: knownCountsSql(plan, counters), columns };
}

/** Whether JSON says a grouped dimension as it is shown. */
const isShownAsIs = (dimension: DimensionName): boolean => dimension !== 'cell';

function asShown(by: readonly DimensionName[], { rows, columns }: SidesSql): Sql {
  if (by.every(isShownAsIs)) return rows;
  const named = [
    ...by.map((dimension) => sql`${shown(dimension)} AS ${name(dimension)}`),
    ...columns.map((column) => sql`counts.${name(column)} AS ${name(column)}`),
  ];
  return sql`SELECT ${join(named, ', ')}
FROM (
${rows}
) AS counts`;
}

/**
 * The bare counts of each combination of the dimensions that occurs, in the order of the dimensions: `sums`
 * (see `storedSumsOf`), `close_histogram` and `callers`. All sides stand beside each other, each with its
 * prefix; or each in a row of its own, which `sides` tells (see `sidesOfRow`).
 * @param most combinations
 */
export function compileCounts(plan: Plan, most = rowLimit(plan)): Sql {
  const { by } = plan.query;
  const read = sidesSql(plan, storedCountersOf(plan.query.metrics));
  const positions = { text: by.map((_, index) => index + 1).join(', '), parameters: {} };
  return sql`${asShown(by, read)}${by.length > 0 ? sql`\nORDER BY ${positions}` : sql``}
LIMIT ${bind('limit', 'UInt32', read.columns.includes('sides') ? mostSides * most : most)}`;
}

import { type DimensionName, mostRows } from '@hotline-atlas/model';
import type { Plan } from '../plan/plan.ts';
import { prefixOf, type Side, sidesRead } from '../plan/side.ts';
import { join, list, name, type Sql, sql } from '../sql/sql.ts';
import type { CountedRows, Counter } from './counters.ts';
import { filled } from './fill.ts';
import { type Scan, scansOf } from './scan.ts';
import { onlyFor, scanSql } from './scan-sql.ts';
import { weightSql } from './weight.ts';

const grouping = (by: readonly DimensionName[]): Sql =>
  by.length > 0 ? sql`\nGROUP BY ${list(by.map(name))}` : sql``;

const isRead = ({ sides }: Scan, side: Side): boolean => sides.some((share) => share.side === side);

/** How often an appeal of a side counts; null where each counts once. */
const weightOf = ({ comparison }: Plan, side: Side): Sql | null =>
  side === 'before_paired' && comparison?.weights ? weightSql(comparison.weights, side) : null;

const whichOf = (plan: Plan, scan: Scan, side: Side): CountedRows => ({
  when: onlyFor(scan, side),
  weight: weightOf(plan, side),
});

/** Several scans on the same dimensions, added up: rows that occur in any, all sides beside each other. */
function merged(plan: Plan, scans: readonly Scan[], counters: readonly Counter[]): Sql {
  const { by } = plan.query;
  const columns = sidesRead(plan).flatMap((side) =>
    counters.map((counter) => ({ side, counter, own: prefixOf(side) + counter.column })),
  );
  const read = scans.map((scan) => {
    const own = columns.map(({ side, counter, own }) => {
      const value = isRead(scan, side)
        ? counter.partial(scan.table, whichOf(plan, scan, side))
        : counter.empty;
      return { value, name: own };
    });
    return scanSql(plan, scan, own);
  });
  const sums = columns.map(
    ({ counter, own }) => sql`${counter.merged(sql`sources.${name(own)}`)} AS ${name(own)}`,
  );
  return sql`SELECT ${list([...by.map((key) => sql`sources.${name(key)} AS ${name(key)}`), ...sums])}
FROM (
${join(read, '\nUNION ALL\n')}
) AS sources${grouping(by)}`;
}

/**
 * The counts that are known, from whichever tables: one row for each combination of the dimensions that
 * occurs.
 */
export function knownCountsSql(plan: Plan, counters: readonly Counter[]): Sql {
  const scans = scansOf(plan);
  const [only, ...more] = scans;
  const sides = sidesRead(plan);
  if (!only || more.length > 0 || !sides.every((side) => isRead(only, side)))
    return merged(plan, scans, counters);
  const columns = sides.flatMap((side) =>
    counters.map((counter) => ({
      value: counter.counted(only.table, whichOf(plan, only, side)),
      name: prefixOf(side) + counter.column,
    })),
  );
  return scanSql(plan, only, columns);
}

/** One row for every combination of the dimensions, with all counts the metrics are made of. */
export function countsSql(plan: Plan, counters: readonly Counter[]): Sql {
  const { time, query } = plan;
  const counts = knownCountsSql(plan, counters);
  if (!time || query.limit !== undefined || time.count > mostRows) return counts;
  const columns = sidesRead(plan).flatMap((side) =>
    counters.map(({ column }) => name(prefixOf(side) + column)),
  );
  return filled(counts, time, query.by, columns);
}

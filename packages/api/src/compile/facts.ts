import type { DimensionName } from '@hotline-atlas/model';
import { isGrain, mostRows } from '@hotline-atlas/model';
import type { Move } from '../plan/comparison.ts';
import type { Plan } from '../plan/plan.ts';
import type { Reading } from '../plan/reading.ts';
import type { TimeAxis } from '../plan/time-axis.ts';
import { bind, join, name, type Sql, sql } from '../sql/sql.ts';
import { conditions, inSpans } from './conditions.ts';
import { groupedBy } from './dimension.ts';
import type { Part } from './parts.ts';

const list = (pieces: readonly Sql[]): Sql => join(pieces, ', ');
const empty = ({ kind }: Part): Sql => (kind === 'histogram' ? sql`[]` : sql`0`);
const grouping = (by: readonly DimensionName[]): Sql =>
  by.length > 0 ? sql`\nGROUP BY ${list(by.map(name))}` : sql``;

/** One side of the question, read from the table. Nothing else in a statement reads it. */
function side(plan: Plan, reading: Reading, parts: readonly Part[], which: 'now' | 'before'): Sql {
  const { query, table, scope, comparison } = plan;
  const move: Move | null = which === 'before' ? (comparison?.move ?? null) : null;
  const keys = query.by.map((dimension) => {
    const grouped = groupedBy(dimension, { table, resolution: query.resolution, move });
    return sql`${grouped} AS ${name(dimension)}`;
  });
  const now = parts.map(
    (part) => sql`${which === 'now' ? part.counted(table) : empty(part)} AS ${name(part.column)}`,
  );
  const before = parts.map(
    (part) =>
      sql`${which === 'before' ? part.counted(table) : empty(part)} AS ${name(`before_${part.column}`)}`,
  );
  const positions = { text: query.by.map((_, index) => index + 1).join(', '), parameters: {} };
  return sql`SELECT ${list([...keys, ...now, ...(plan.before ? before : [])])}
FROM ${name(table.name)} AS source
WHERE ${conditions(reading, which, query.where, scope, table)}${leapDay(plan, which)}${
    query.by.length > 0 ? sql`\nGROUP BY ${positions}` : sql``
  }`;
}

/** 29 February has no counterpart in a common year: by day or hour it would be counted on the 28th. */
function leapDay({ comparison, time }: Plan, which: 'now' | 'before'): Sql {
  if (which === 'now' || comparison?.move.unit !== 'year' || !time) return sql``;
  const years = bind('moved_by', 'Int32', comparison.move.amount);
  return sql`\n  AND toDayOfMonth(addYears(source.day, ${years})) = toDayOfMonth(source.day)`;
}

/** Both sides beside each other, on the same dimensions: rows that occur on either. */
function bothSides(plan: Plan, before: Reading, parts: readonly Part[]): Sql {
  const { by } = plan.query;
  const columns = parts.flatMap(({ column, kind }) =>
    ['', 'before_'].map((prefix) => {
      const own = name(prefix + column);
      return kind === 'histogram'
        ? sql`sumForEach(sides.${own}) AS ${own}`
        : sql`sum(sides.${own}) AS ${own}`;
    }),
  );
  return sql`SELECT ${list([...by.map((key) => sql`sides.${name(key)} AS ${name(key)}`), ...columns])}
FROM (
${side(plan, plan.now, parts, 'now')}
UNION ALL
${side(plan, before, parts, 'before')}
) AS sides${grouping(by)}`;
}

const nextBucket = {
  hour: sql`addHours`,
  day: sql`addDays`,
  week: sql`addWeeks`,
  month: sql`addMonths`,
  quarter: sql`addQuarters`,
  year: sql`addYears`,
} as const;

/** Every bucket of the time axis that is not left out. */
function everyBucket({ grain, first, count, leftOut }: TimeAxis): Sql {
  const start = bind('first_bucket', 'Date', first);
  const origin = grain === 'hour' ? sql`toDateTime(${start}, 'UTC')` : start;
  const every = sql`arrayMap(step -> ${nextBucket[grain]}(${origin}, step), range(${bind('buckets', 'UInt32', count)}))`;
  if (leftOut.length === 0) return every;
  return sql`arrayFilter(bucket -> NOT ${inSpans(sql`toDate(bucket)`, 'left_out', leftOut)}, ${every})`;
}

/**
 * Missing buckets made explicit: every bucket for every combination of the other dimensions that occurs, unless that
 * makes more rows than an answer may have.
 */
function filled(facts: Sql, time: TimeAxis, by: readonly DimensionName[], columns: readonly Sql[]): Sql {
  const others = by.filter((dimension) => !isGrain(dimension)).map(name);
  const known = columns.map((column) => sql`groupArray(known.${column}) AS all_${column}`);
  const resized = columns.map(
    (column) => sql`arrayResize(all_${column}, length(known_buckets) + length(missing_buckets)) AS ${column}`,
  );
  return sql`SELECT ${list([...others, name(time.grain), ...columns])}
FROM (
SELECT ${list([...others.map((key) => sql`known.${key} AS ${key}`), ...known])},
  groupArray(known.${name(time.grain)}) AS known_buckets, ${everyBucket(time)} AS every_bucket,
  if(count() OVER () * length(every_bucket) <= ${bind('most_rows', 'UInt32', mostRows)},
    arrayExcept(every_bucket, known_buckets), []) AS missing_buckets
FROM (
${facts}
) AS known${others.length > 0 ? sql`\nGROUP BY ${list(others)}` : sql``}
)
ARRAY JOIN ${list([sql`arrayConcat(known_buckets, missing_buckets) AS ${name(time.grain)}`, ...resized])}`;
}

/** One row for every combination of the dimensions, with all counts the metrics are made of. */
export function factsSql(plan: Plan, parts: readonly Part[]): Sql {
  const { before, time, query } = plan;
  const facts = before ? bothSides(plan, before, parts) : side(plan, plan.now, parts, 'now');
  if (!time || query.limit !== undefined || time.count > mostRows) return facts;
  const columns = parts.flatMap(({ column }) => (before ? [column, `before_${column}`] : [column])).map(name);
  return filled(facts, time, query.by, columns);
}

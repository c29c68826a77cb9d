import type { DimensionName } from '@hotline-atlas/model';
import { isGrain, mostRows } from '@hotline-atlas/model';
import type { Move } from '../plan/comparison.ts';
import type { Piece } from '../plan/piece.ts';
import type { Plan } from '../plan/plan.ts';
import type { TimeAxis } from '../plan/time-axis.ts';
import { bind, join, name, type Sql, sql } from '../sql/sql.ts';
import { conditions, inSpans } from './conditions.ts';
import { groupedBy } from './dimension.ts';
import type { Part } from './parts.ts';

const list = (pieces: readonly Sql[]): Sql => join(pieces, ', ');
const grouping = (by: readonly DimensionName[]): Sql =>
  by.length > 0 ? sql`\nGROUP BY ${list(by.map(name))}` : sql``;

type Side = 'now' | 'before';

/** One table read for one side of the question. Nothing else in a statement reads it. */
interface Source extends Piece {
  side: Side;
  /** Keeps the placeholders of several sources apart. */
  label: string;
}

const sourcesOfSide = (side: Side, pieces: readonly Piece[]): Source[] =>
  pieces.map((piece, index) => ({ ...piece, side, label: index === 0 ? side : `${side}_${index}` }));

/** The facts of one source under the columns that `columns` names. */
function read(plan: Plan, { table, reading, side, label }: Source, columns: readonly Sql[]): Sql {
  const { query, scope, comparison } = plan;
  const move: Move | null = side === 'before' ? (comparison?.move ?? null) : null;
  const keys = query.by.map((dimension) => {
    const grouped = groupedBy(dimension, { table, resolution: query.resolution, move });
    return sql`${grouped} AS ${name(dimension)}`;
  });
  const positions = { text: query.by.map((_, index) => index + 1).join(', '), parameters: {} };
  return sql`SELECT ${list([...keys, ...columns])}
FROM ${name(table.name)} AS source
WHERE ${conditions(reading, label, query, scope, table)}${leapDay(plan, side)}${
    query.by.length > 0 ? sql`\nGROUP BY ${positions}` : sql``
  }`;
}

/** 29 February has no counterpart in a common year: by day or hour it would be counted on the 28th. */
function leapDay({ comparison, time }: Plan, side: Side): Sql {
  if (side === 'now' || comparison?.move.unit !== 'year' || !time) return sql``;
  const years = bind('moved_by', 'Int32', comparison.move.amount);
  return sql`\n  AND toDayOfMonth(addYears(source.day, ${years})) = toDayOfMonth(source.day)`;
}

const prefixes: Record<Side, string> = { now: '', before: 'before_' };

/** Several sources on the same dimensions, added up: rows that occur in any, both sides beside each other. */
function together(plan: Plan, sources: readonly Source[], parts: readonly Part[]): Sql {
  const { by } = plan.query;
  const sides: Side[] = plan.before ? ['now', 'before'] : ['now'];
  const partsOf = (source: Source) =>
    sides.flatMap((side) =>
      parts.map(
        (part) =>
          sql`${side === source.side ? part.partly(source.table) : part.empty} AS ${name(prefixes[side] + part.column)}`,
      ),
    );
  const columns = sides.flatMap((side) =>
    parts.map((part) => {
      const own = name(prefixes[side] + part.column);
      return sql`${part.together(sql`sources.${own}`)} AS ${own}`;
    }),
  );
  return sql`SELECT ${list([...by.map((key) => sql`sources.${name(key)} AS ${name(key)}`), ...columns])}
FROM (
${join(
  sources.map((source) => read(plan, source, partsOf(source))),
  '\nUNION ALL\n',
)}
) AS sources${grouping(by)}`;
}

/** The facts of the question, whatever they are read from. */
function known(plan: Plan, parts: readonly Part[]): Sql {
  const sources = [...sourcesOfSide('now', plan.now), ...sourcesOfSide('before', plan.before ?? [])];
  const [only, ...more] = sources;
  if (!only || more.length > 0) return together(plan, sources, parts);
  return read(
    plan,
    only,
    parts.map((part) => sql`${part.counted(only.table)} AS ${name(part.column)}`),
  );
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
  const facts = known(plan, parts);
  if (!time || query.limit !== undefined || time.count > mostRows) return facts;
  const columns = parts.flatMap(({ column }) => (before ? [column, `before_${column}`] : [column])).map(name);
  return filled(facts, time, query.by, columns);
}

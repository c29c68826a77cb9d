import { type DimensionName, isGrain, mostRows } from '@hotline-atlas/model';
import type { TimeAxis } from '../plan/time-axis.ts';
import { bind, list, name, type Sql, sql, whole } from '../sql/sql.ts';

const nextBucket = {
  hour: sql`addHours`,
  day: sql`addDays`,
  week: sql`addWeeks`,
  month: sql`addMonths`,
  quarter: sql`addQuarters`,
  year: sql`addYears`,
} as const;

/** Every bucket of the time axis. */
function everyBucket({ grain, first, count }: TimeAxis): Sql {
  const start = bind('first_bucket', 'Date', first);
  const origin = grain === 'hour' ? sql`toDateTime(${start}, 'UTC')` : start;
  return sql`arrayMap(step -> ${nextBucket[grain]}(${origin}, step), range(${bind('buckets', 'UInt32', count)}))`;
}

/**
 * Missing buckets made explicit: every bucket for every combination of the other dimensions that occurs,
 * unless that makes more rows than an answer may have. Counts travel in one tuple: a statement that names
 * each only once is understood in half the time.
 */
export function filled(
  counts: Sql,
  time: TimeAxis,
  by: readonly DimensionName[],
  columns: readonly Sql[],
): Sql {
  const others = by.filter((dimension) => !isGrain(dimension)).map(name);
  const bucket = name(time.grain);
  const unfolded = columns.map((column, index) => sql`row.${whole(index + 1)} AS ${column}`);
  return sql`SELECT ${list([...others, bucket, ...unfolded])}
FROM (
SELECT ${list([...others.map((key) => sql`known.${key} AS ${key}`), sql`groupArray((${list(columns.map((column) => sql`known.${column}`))},)) AS known_rows`])},
  groupArray(known.${bucket}) AS known_buckets, ${everyBucket(time)} AS every_bucket,
  if(count() OVER () * length(every_bucket) <= ${bind('most_rows', 'UInt32', mostRows)},
    arrayExcept(every_bucket, known_buckets), []) AS missing_buckets,
  arrayConcat(known_buckets, missing_buckets) AS buckets
FROM (
${counts}
) AS known${others.length > 0 ? sql`\nGROUP BY ${list(others)}` : sql``}
)
ARRAY JOIN buckets AS ${bucket}, arrayResize(known_rows, length(buckets)) AS row`;
}

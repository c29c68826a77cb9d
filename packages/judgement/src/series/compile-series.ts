import type { DimensionName } from '@hotline-atlas/model';
import { type Counter, countsSql, join, name, type Plan, type Sql, shown, sql } from '@hotline-atlas/query';

const list = (pieces: readonly Sql[]): Sql => join(pieces, ',\n  ');

/**
 * One row for each combination of the dimensions besides time: their values as text, the days its steps begin
 * on (days since 1970), and beside them the counts. Only steps with appeals occur. Written in columns so that
 * a matrix of half a million numbers costs a few bytes each.
 * @param plan of a question grouped by `dimensions` and one step of time
 */
export function compileSeries(
  plan: Plan,
  dimensions: readonly DimensionName[],
  counters: readonly Counter[],
): Sql {
  const step = plan.time ? sql`toUInt16(toDate(counts.${name(plan.time.grain)}))` : sql`toUInt16(0)`;
  const unfilled: Plan = { ...plan, query: { ...plan.query, limit: 1 } };
  const columns = [
    ...dimensions.map((dimension) => sql`toString(${shown(dimension)}) AS ${name(`key_${dimension}`)}`),
    sql`groupArray(${step}) AS steps`,
    ...counters.map(
      ({ column }) => sql`groupArray(toUInt32(counts.${name(column)})) AS ${name(`counts_${column}`)}`,
    ),
  ];
  const grouped =
    dimensions.length > 0
      ? sql`\nGROUP BY ${join(
          dimensions.map((dimension) => sql`counts.${name(dimension)}`),
          ', ',
        )}`
      : sql``;
  return sql`SELECT ${list(columns)}
FROM (
${countsSql(unfilled, counters)}
) AS counts${grouped}`;
}

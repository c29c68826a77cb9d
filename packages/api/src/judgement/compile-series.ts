import type { DimensionName, LocalDate } from '@hotline-atlas/model';
import { shown } from '../compile/dimension.ts';
import { factsSql } from '../compile/facts.ts';
import type { Part } from '../compile/parts.ts';
import type { Plan } from '../plan/plan.ts';
import { bind, join, name, type Sql, sql } from '../sql/sql.ts';

const list = (pieces: readonly Sql[]): Sql => join(pieces, ',\n  ');

/** Facts of days added up to runs of seven days that end on the same day of the week, named by their last day. */
function inWeeks(
  facts: Sql,
  dimensions: readonly DimensionName[],
  parts: readonly Part[],
  weeksEndOn: LocalDate,
): Sql {
  const last = bind('weeks_end_on', 'Date', weeksEndOn);
  const keys = dimensions.map((dimension) => sql`days.${name(dimension)} AS ${name(dimension)}`);
  const sums = parts.map(({ column }) => sql`sum(days.${name(column)}) AS ${name(column)}`);
  const week = sql`addDays(${last}, -7 * intDiv(dateDiff('day', days.day, ${last}), 7)) AS day`;
  return sql`SELECT ${list([...keys, week, ...sums])}
FROM (
${facts}
) AS days
GROUP BY ${join([...dimensions.map(name), sql`day`], ', ')}`;
}

/**
 * One row for each combination of the dimensions besides time: their values as text, the days its steps begin on (days since
 * 1970), and beside them the counts. Only steps with appeals occur. Written in columns so that a matrix of half a million numbers
 * costs a few bytes each.
 * @param plan of a question grouped by `dimensions` and one step of time
 * @param weeksEndOn where the step is a day: makes it the seven days that end on this day, or a multiple of seven days before it, for
 *   counts that can be added up
 */
export function compileSeries(
  plan: Plan,
  dimensions: readonly DimensionName[],
  parts: readonly Part[],
  weeksEndOn?: LocalDate,
): Sql {
  const step = plan.time ? sql`toUInt16(toDate(facts.${name(plan.time.grain)}))` : sql`toUInt16(0)`;
  const unfilled: Plan = { ...plan, query: { ...plan.query, limit: 1 } };
  const daily = factsSql(unfilled, parts);
  const facts = weeksEndOn === undefined ? daily : inWeeks(daily, dimensions, parts, weeksEndOn);
  const columns = [
    ...dimensions.map((dimension) => sql`${shown(dimension)} AS ${name(`key_${dimension}`)}`),
    sql`groupArray(${step}) AS steps`,
    ...parts.map(
      ({ column }) => sql`groupArray(toUInt32(facts.${name(column)})) AS ${name(`counts_${column}`)}`,
    ),
  ];
  const grouped =
    dimensions.length > 0
      ? sql`\nGROUP BY ${join(
          dimensions.map((dimension) => sql`facts.${name(dimension)}`),
          ', ',
        )}`
      : sql``;
  return sql`SELECT ${list(columns)}
FROM (
${facts}
) AS facts${grouped}`;
}

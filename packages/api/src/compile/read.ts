import type { Plan } from '../plan/plan.ts';
import { needsDays } from '../plan/reading.ts';
import { all, bind, list, name, type Sql, sql } from '../sql/sql.ts';
import { type Column, named } from './column.ts';
import { ofGenerations, readingConditions, selectionConditions } from './conditions.ts';
import { groupedBy } from './dimension.ts';
import { areApart, type Share, type Side, type Source } from './source.ts';
import { isOfManyWords, readByNumber } from './words.ts';

/** 29 February has no counterpart in a common year: by day or hour it would be counted on the 28th. */
function leapDay({ comparison, time }: Plan, side: Side): Sql[] {
  if (side === 'now' || comparison?.move.unit !== 'year' || !time) return [];
  const years = bind('moved_by', 'Int32', comparison.move.amount);
  return [sql`toDayOfMonth(addYears(source.day, ${years})) = toDayOfMonth(source.day)`];
}

const conditionOf = (plan: Plan, { side, reading, label }: Share): Sql =>
  all([...readingConditions(reading, label), ...leapDay(plan, side)]);

/** Whether a row is read for a side, where a source is read for both. */
const isFor = ({ label }: Share): Sql => name(`is_${label}`);

/** How a column of one side is told apart; null where a source is read for that side alone. */
export function onlyFor({ shares }: Source, side: Side): Sql | null {
  const share = shares.find((each) => each.side === side);
  return share && shares.length > 1 ? isFor(share) : null;
}

function keysOf(plan: Plan, { table, shares: [first, second] }: Source): Column[] {
  const { query, comparison } = plan;
  const { resolution } = query;
  return query.by.map((dimension) => {
    const own = groupedBy(dimension, { table, resolution, move: null });
    const moved = groupedBy(dimension, { table, resolution, move: comparison?.move ?? null });
    if (!second) return { value: first.side === 'now' ? own : moved, name: dimension };
    const value = own.text === moved.text ? own : sql`if(${isFor(second)}, ${moved}, ${own})`;
    return { value, name: dimension };
  });
}

/** The rows of either side: by their generations where those say it all, which the engine understands sooner. */
function rowsOfEither(plan: Plan, one: Share, other: Share): Sql {
  const shares = [one, other];
  if (shares.some(({ side, reading }) => needsDays(reading) || leapDay(plan, side).length > 0))
    return sql`(${isFor(one)} OR ${isFor(other)})`;
  const generations = new Set(shares.flatMap(({ reading }) => reading.generations));
  return ofGenerations([...generations], `${one.label}_or_${other.label}`);
}

/** Which rows of a source are read; where that is for two sides, the marks that tell a row's side. */
function rowsOf(plan: Plan, { shares: [first, second] }: Source): { marks: Sql; rows: Sql } {
  if (!second) return { marks: sql``, rows: conditionOf(plan, first) };
  const marks = [first, second].map((share) => sql`(${conditionOf(plan, share)}) AS ${isFor(share)}`);
  return { marks: sql`WITH ${list(marks)}\n`, rows: rowsOfEither(plan, first, second) };
}

/** For which sides a row of a source that is read for both counts: 1 for the period asked for, 2 for the other, 3 for both. */
export function sidesOfRow({ shares: [now, before] }: Source): Sql {
  if (!before) return sql`1`;
  if (areApart(now.reading, before.reading)) return sql`1 + ${isFor(before)}`;
  return sql`${isFor(now)} + 2 * ${isFor(before)}`;
}

/**
 * One source with its columns, grouped by the dimensions of the question.
 * @param besides what else it is grouped by
 */
export function readSource(
  plan: Plan,
  source: Source,
  columns: readonly Column[],
  besides: readonly Column[] = [],
): Sql {
  const { query, scope } = plan;
  const { marks, rows: ofSides } = rowsOf(plan, source);
  const rows = all([ofSides, ...selectionConditions(query, scope, source.table)]);
  if (besides.length === 0 && isOfManyWords(plan, source))
    return readByNumber(query.by, source, { marks, rows, columns });
  const keys = [...keysOf(plan, source), ...besides];
  const positions = { text: keys.map((_, index) => index + 1).join(', '), parameters: {} };
  return sql`${marks}SELECT ${list([...keys, ...columns].map(named))}
FROM ${name(source.table.name)} AS source
WHERE ${rows}${keys.length > 0 ? sql`\nGROUP BY ${positions}` : sql``}`;
}

import type { Plan } from '../plan/plan.ts';
import { needsDays } from '../plan/reading.ts';
import { allSides, isEarlier, type Side } from '../plan/side.ts';
import { all, join, list, name, type Sql, sql, whole } from '../sql/sql.ts';
import { type Column, named } from './column.ts';
import { ofGenerations, readingConditions, selectionConditions } from './conditions.ts';
import { groupedBy } from './dimension.ts';
import type { Share, Source } from './source.ts';
import { isOfManyWords, readByNumber } from './words.ts';

const conditionOf = ({ reading, label }: Share): Sql => all(readingConditions(reading, label));

/** Whether a row is read for a share, where a source is read for several. */
const isFor = ({ label }: Share): Sql => name(`is_${label}`);

/** Whether a row is read for any of some shares. */
const isForAny = (shares: readonly Share[]): Sql =>
  shares.length === 1 ? join(shares.map(isFor), '') : sql`(${join(shares.map(isFor), ' OR ')})`;

/** How a column of one side is told apart; null where a source is read for that side alone. */
export function onlyFor({ shares }: Source, side: Side): Sql | null {
  const own = shares.filter((each) => each.side === side);
  return own.length > 0 && own.length < shares.length ? isForAny(own) : null;
}

function keysOf(plan: Plan, { table, shares }: Source): Column[] {
  const { query, comparison } = plan;
  const { resolution } = query;
  const earlier = shares.filter(({ side }) => isEarlier(side));
  return query.by.map((dimension) => {
    const own = groupedBy(dimension, { table, resolution, move: null });
    const moved = groupedBy(dimension, { table, resolution, move: comparison?.move ?? null });
    if (earlier.length === 0 || own.text === moved.text) return { value: own, name: dimension };
    if (earlier.length === shares.length) return { value: moved, name: dimension };
    return { value: sql`if(${isForAny(earlier)}, ${moved}, ${own})`, name: dimension };
  });
}

/** The rows of any share: by their generations where those say it all, which the engine understands sooner. */
function rowsOfAny(shares: readonly Share[]): Sql {
  if (shares.some(({ reading }) => needsDays(reading))) return isForAny(shares);
  const generations = new Set(shares.flatMap(({ reading }) => reading.generations));
  return ofGenerations([...generations], shares.map(({ label }) => label).join('_or_'));
}

/** Which rows of a source are read; where that is for several shares, the marks that tell a row's. */
function rowsOf({ shares }: Source): { marks: Sql; rows: Sql } {
  const [first, ...more] = shares;
  if (more.length === 0) return { marks: sql``, rows: conditionOf(first) };
  const marks = shares.map((share) => sql`(${conditionOf(share)}) AS ${isFor(share)}`);
  return { marks: sql`WITH ${list(marks)}\n`, rows: rowsOfAny(shares) };
}

/** The bit that tells a side in {@link sidesOfRow}. */
export const bitOf = (side: Side): number => 2 ** allSides.indexOf(side);

/** A mark of a side as its bit. */
export const timesBit = (side: Side, mark: Sql): Sql =>
  bitOf(side) === 1 ? mark : sql`${whole(bitOf(side))} * ${mark}`;

/** For which sides a row of a source that is read for several counts: the sum of their bits. */
export function sidesOfRow({ shares }: Source): Sql {
  const sides = [...new Set(shares.map(({ side }) => side))];
  const marked = sides.map((side) => {
    const mark = isForAny(shares.filter((share) => share.side === side));
    return timesBit(side, mark);
  });
  return join(marked, ' + ');
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
  const { marks, rows: ofSides } = rowsOf(source);
  const rows = all([ofSides, ...selectionConditions(query, scope, source.table)]);
  if (besides.length === 0 && isOfManyWords(plan, source))
    return readByNumber(query.by, source, { marks, rows, columns });
  const keys = [...keysOf(plan, source), ...besides];
  const positions = { text: keys.map((_, index) => index + 1).join(', '), parameters: {} };
  return sql`${marks}SELECT ${list([...keys, ...columns].map(named))}
FROM ${name(source.table.name)} AS source
WHERE ${rows}${keys.length > 0 ? sql`\nGROUP BY ${positions}` : sql``}`;
}

import { countsOpenOrdersOnly } from '@hotline-atlas/model';
import { needsDays } from '../plan/months.ts';
import type { Plan } from '../plan/plan.ts';
import { allSides, isEarlier, type Side } from '../plan/side.ts';
import { all, join, list, name, type Sql, sql, whole } from '../sql/sql.ts';
import { type Column, named } from './column.ts';
import { monthsConditions, ofGenerations, selectionConditions } from './conditions.ts';
import { groupedBy } from './dimension.ts';
import { isOpen } from './due-state.ts';
import { canGroupByHash, groupByHashSql } from './group-by-hash.ts';
import type { Scan, ScanSide } from './scan.ts';

const conditionOf = ({ months, label }: ScanSide): Sql => all(monthsConditions(months, label));

/** The mark of a row that is read for a side, in a scan of several sides. */
const isFor = ({ label }: ScanSide): Sql => name(`is_${label}`);

/** Whether a row is read for any of some sides. */
const isForAny = (sides: readonly ScanSide[]): Sql =>
  sides.length === 1 ? join(sides.map(isFor), '') : sql`(${join(sides.map(isFor), ' OR ')})`;

/** The rows of one side; null where the scan reads for that side alone. */
export function onlyFor({ sides }: Scan, side: Side): Sql | null {
  const own = sides.filter((each) => each.side === side);
  return own.length > 0 && own.length < sides.length ? isForAny(own) : null;
}

function keysOf(plan: Plan, { table, sides }: Scan): Column[] {
  const { query, comparison } = plan;
  const { resolution, due } = query;
  const earlier = sides.filter(({ side }) => isEarlier(side));
  return query.by.map((dimension) => {
    const own = groupedBy(dimension, { table, resolution, move: null, due });
    const moved = groupedBy(dimension, { table, resolution, move: comparison?.move ?? null, due });
    if (earlier.length === 0 || own.text === moved.text) return { value: own, name: dimension };
    if (earlier.length === sides.length) return { value: moved, name: dimension };
    return { value: sql`if(${isForAny(earlier)}, ${moved}, ${own})`, name: dimension };
  });
}

/** The rows of any side: by their generations where those say it all, which the engine understands sooner. */
function rowsOfAny(sides: readonly ScanSide[]): Sql {
  if (sides.some(({ months }) => needsDays(months))) return isForAny(sides);
  const generations = new Set(sides.flatMap(({ months }) => months.generations));
  return ofGenerations([...generations], sides.map(({ label }) => label).join('_or_'));
}

/** Which rows a scan reads; for several sides, also the marks that tell which side a row is for. */
function rowsOf({ sides }: Scan): { marks: Sql; rows: Sql } {
  const [first, ...more] = sides;
  if (more.length === 0) return { marks: sql``, rows: conditionOf(first) };
  const marks = sides.map((share) => sql`(${conditionOf(share)}) AS ${isFor(share)}`);
  return { marks: sql`WITH ${list(marks)}\n`, rows: rowsOfAny(sides) };
}

/** The bit that tells a side in {@link sidesOfRow}. */
export const bitOf = (side: Side): number => 2 ** allSides.indexOf(side);

/** A mark of a side as its bit. */
export const timesBit = (side: Side, mark: Sql): Sql =>
  bitOf(side) === 1 ? mark : sql`${whole(bitOf(side))} * ${mark}`;

/** For which sides a row counts, in a scan of several sides: the sum of their bits. */
export function sidesOfRow({ sides }: Scan): Sql {
  const counted = [...new Set(sides.map(({ side }) => side))];
  const marked = counted.map((side) => {
    const mark = isForAny(sides.filter((share) => share.side === side));
    return timesBit(side, mark);
  });
  return join(marked, ' + ');
}

/**
 * The statement of one scan with its columns, grouped by the dimensions of the question.
 * @param besides what else it is grouped by
 */
export function scanSql(
  plan: Plan,
  scan: Scan,
  columns: readonly Column[],
  besides: readonly Column[] = [],
): Sql {
  const { query, scope } = plan;
  const { marks, rows: ofSides } = rowsOf(scan);
  const open = countsOpenOrdersOnly(query) ? [isOpen] : [];
  const rows = all([ofSides, ...open, ...selectionConditions(query, scope, scan.table)]);
  if (besides.length === 0 && canGroupByHash(plan, scan))
    return groupByHashSql(query.by, scan, { marks, rows, columns });
  const keys = [...keysOf(plan, scan), ...besides];
  const positions = { text: keys.map((_, index) => index + 1).join(', '), parameters: {} };
  return sql`${marks}SELECT ${list([...keys, ...columns].map(named))}
FROM ${name(scan.table.name)} AS source
WHERE ${rows}${keys.length > 0 ? sql`\nGROUP BY ${positions}` : sql``}`;
}

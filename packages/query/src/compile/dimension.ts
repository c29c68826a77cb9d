import {
  type DimensionName,
  type Grain,
  type Move,
  type OpenAsOf,
  type Resolution,
  visitAnswers,
} from '@hotline-atlas/model';
import { cellColumnOf, cellColumns, type Table } from '../plan/table.ts';
import { bind, name, type Sql, sql } from '../sql/sql.ts';
import { dueState, known } from './due-state.ts';

/** Where a dimension is read: the table under the alias `source`. */
export interface Reader {
  table: Table;
  resolution: Resolution;
  /** Moves days of the compared period onto the current ones. */
  move: Move | null;
  /** As of when orders are open. */
  due: OpenAsOf | undefined;
}

const hasKey = ({ keys }: Table, key: string): boolean => keys?.has(key) ?? key === 'day';

const adders = {
  day: (day: Sql, amount: Sql) => sql`addDays(${day}, ${amount})`,
  month: (day: Sql, amount: Sql) => sql`addMonths(${day}, ${amount})`,
} as const;

/** A day moved onto its counterpart. */
const moved = (day: Sql, move: Move | null): Sql =>
  move ? adders[move.unit](day, bind('moved_by', 'Int32', move.amount)) : day;

const buckets: Record<Grain, (day: Sql) => Sql> = {
  hour: (day) => sql`addHours(toDateTime(${day}, 'UTC'), source.hour)`,
  day: (day) => day,
  week: (day) => sql`toMonday(${day})`,
  month: (day) => sql`toStartOfMonth(${day})`,
  quarter: (day) => sql`toStartOfQuarter(${day})`,
  year: (day) => sql`toStartOfYear(${day})`,
};

/**
 * The cell a place lies in, at a resolution no finer than the table's; 0 stays 0. `h3ToParent` refuses 0 even
 * behind an `if`, so the parent is made as H3 defines it: the resolution in bits 52 to 55, unused digits all
 * ones.
 */
export function cellAt(table: Table, resolution: number, of?: Sql): Sql {
  const column = cellColumnOf(table) ?? 'cell';
  const cell = of ?? sql`source.${name(column)}`;
  if (resolution === cellColumns[column]) return cell;
  const asked = bind(`resolution_${resolution}`, 'UInt64', resolution);
  const kept = sql`bitAnd(${cell}, bitNot(bitShiftLeft(toUInt64(15), 52)))`;
  const added = sql`bitOr(bitShiftLeft(${asked}, 52), toUInt64(bitShiftLeft(toUInt64(1), 3 * (15 - ${asked})) - 1))`;
  return sql`if(${cell} = 0, 0, bitOr(${kept}, ${added}))`;
}

const isGrainName = (dimension: DimensionName): dimension is Grain => Object.hasOwn(buckets, dimension);

/** The finest time a table knows: days, or the first day of a month or of a year. */
function dayIn(table: Table): Sql {
  if (hasKey(table, 'day')) return sql`source.day`;
  return hasKey(table, 'month') ? sql`source.month` : sql`source.year`;
}

/** A dimension as it is grouped by: dates and numbers, not yet the text that is shown. */
export function groupedBy(dimension: DimensionName, { table, resolution, move, due }: Reader): Sql {
  if (isGrainName(dimension)) {
    return buckets[dimension](moved(dayIn(table), move));
  }
  if (dimension === 'cell') return cellAt(table, resolution);
  return value(dimension, table, due);
}

const isVisitAnswer = (dimension: DimensionName): boolean =>
  (visitAnswers as readonly DimensionName[]).includes(dimension);

/** The value of a dimension that is no time, as filters see it. @param due as of when orders are open */
export function value(dimension: DimensionName, table: Table, due: OpenAsOf | undefined): Sql {
  if (dimension === 'due_state') return dueState(known(due));
  if (dimension === 'hour_of_day' && table.keys === null) return sql`source.hour`;
  if (dimension === 'day_of_week' && (table.keys === null || !table.keys.has('day_of_week')))
    return sql`toDayOfWeek(source.day)`;
  if (isVisitAnswer(dimension))
    return sql`if(source.handling = 'dispatched', toString(source.${name(dimension)}), '')`;
  return sql`source.${name(dimension)}`;
}

/**
 * A grouped dimension as it is shown. H3 writes cells as 15 hexadecimal digits; `h3ToString` refuses 0 even
 * behind an `if`.
 */
export function shown(dimension: DimensionName): Sql {
  const column = sql`counts.${name(dimension)}`;
  if (dimension === 'cell') return sql`if(${column} = 0, '', lower(substring(hex(${column}), 2)))`;
  if (dimension === 'hour_of_day' || dimension === 'day_of_week') return sql`toUInt8(${column})`;
  return sql`toString(${column})`;
}

import { day, flag, oneOf } from '../../address/parameter.ts';

/** What the page of an area speaks of: the newest day, seven days, or a month. */
export const paces = ['now', 'week', 'month'] as const;
export type Pace = (typeof paces)[number];

/** The lists of orders that need somebody. */
export const needs = ['overdue', 'due_today', 'due_soon', 'reopened', 'again', 'open'] as const;
export type Need = (typeof needs)[number];

/** What the units of an area are sorted by. */
export const unitOrders = ['slow', 'open', 'overdue', 'late', 'unresolved', 'name'] as const;
export type UnitOrder = (typeof unitOrders)[number];

/** What the page of an area shows. */
export const areaAddress = {
  pace: oneOf('pace', paces, 'month'),
  /** A day of the month or week, or the day itself; empty for the newest. */
  on: day('on'),
  /** The list in sight; none for all open orders. */
  need: oneOf('need', needs, null),
  /** Open orders counted by these; none for the list. */
  needBy: oneOf('need-by', ['unit', 'subdistrict'], null),
  unitOrder: oneOf('units-by', unitOrders, 'slow'),
  /** Whether all units are listed. */
  allUnits: flag('units', 'all'),
};

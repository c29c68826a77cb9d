import type { Evaluation } from '@hotline-atlas/model';
import type { MonthRow } from './rows.ts';

/** What became of the orders of a month. Parts add up to `orders`. */
export interface BaseParts {
  orders: number;
  visited: number;
  /** Neither visited nor, where that is told, excluded. */
  notVisited: number;
  /** Null where it is not told. */
  excluded: number | null;
}

/**
 * The base of a month; null where no order was dispatched.
 * `notVisited` is 0 where nobody of the month was visited: the city makes no return visits then.
 */
export function basePartsOf({ base }: Pick<Evaluation, 'base'>): BaseParts | null {
  const { orders, excluded, visited } = base;
  if (orders === 0) return null;
  const left = Math.max(0, orders - (excluded ?? 0) - visited);
  return { orders, visited, excluded, notVisited: left };
}

/** A unit, and how many orders more than usual left its base. */
export interface BaseMover {
  code: string;
  excluded: number;
  orders: number;
  /** Excluded orders beyond those it would have with the share of all. */
  beyond: number;
}

/**
 * Units that took the most orders out of the base, beyond what the share of all would take.
 * @param most so many at the most
 */
export function baseMovers(rows: readonly MonthRow[], most: number): BaseMover[] {
  const told = rows.flatMap(({ code, excluded, orders }) =>
    excluded === null ? [] : [{ code, excluded, orders }],
  );
  const sum = (of: 'excluded' | 'orders') => told.reduce((total, row) => total + row[of], 0);
  const share = sum('orders') > 0 ? sum('excluded') / sum('orders') : 0;
  return told
    .map((row) => ({ ...row, beyond: row.excluded - row.orders * share }))
    .filter(({ beyond }) => beyond >= 1)
    .sort((one, other) => other.beyond - one.beyond || (one.code < other.code ? -1 : 1))
    .slice(0, most);
}

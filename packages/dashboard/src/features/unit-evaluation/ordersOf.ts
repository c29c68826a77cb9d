import type { Clause, UnitEvaluation } from '@hotline-atlas/model';
import { clausesFrom } from '../../address/clauses.ts';
import { turnedTo } from '../../address/object.ts';
import type { DashboardState } from '../../address/state.ts';

/** Orders of a base that missed something, and the filters that list exactly these. */
export type Missed = NonNullable<UnitEvaluation['missed']>[number];

/** The filters of orders that missed something, read; null where none says it. */
export function missedSelection({ filters }: Missed) {
  if (!filters) return null;
  const { where, from, to } = filters;
  return { where: clausesFrom(where), from, to };
}

/**
 * The list of orders of the unit's month.
 * @param missed what they missed; null: all orders that the filters of any have in common
 * @param besides further clauses
 * @returns null where no filter says it
 */
export function ordersOf(
  state: DashboardState,
  { missed }: Pick<UnitEvaluation, 'missed'>,
  kind: Missed['kind'] | null,
  besides: readonly Clause[] = [],
): DashboardState | null {
  const found = (missed ?? []).filter(
    (each) => each.filters !== null && (kind === null || each.kind === kind),
  );
  const [first, ...others] = found.flatMap((each) => missedSelection(each) ?? []);
  if (!first) return null;
  const { from, to } = first;
  const common = first.where.filter((clause) =>
    others.every(({ where }) => where.some((other) => JSON.stringify(other) === JSON.stringify(clause))),
  );
  const where = [...(kind === null ? common : first.where), ...besides];
  return { ...turnedTo(state, { page: 'appeals', object: '' }, where), period: { from, to } };
}

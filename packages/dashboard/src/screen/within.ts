import type { Clause, Period } from '@hotline-atlas/model';
import type { DashboardState } from '../address/state.ts';
import type { Screen } from './screen.ts';

/** What a page shows besides what its address says: the clauses of its object, and days of its own. */
interface Within {
  where?: readonly Clause[];
  period?: Period;
}

/**
 * The screen of the panels inside a page about one object. Its clauses stand before those that are chosen;
 * a click in a panel still changes the address of the page.
 */
export function screenWithin(screen: Screen, { where = [], period }: Within): Screen {
  const { state, embed: outer = (each) => each } = screen;
  const embed = (next: DashboardState): DashboardState => ({ ...next, where: [...where, ...next.where] });
  return {
    ...screen,
    state: embed(state),
    embed: (next) => embed(outer(next)),
    ...(period && { period, days: state.span ?? period }),
  };
}

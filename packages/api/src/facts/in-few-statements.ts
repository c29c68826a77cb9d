import type { Query } from '@hotline-atlas/model';
import type { History } from '../plan/history.ts';
import { isSmall } from '../plan/is-small.ts';
import type { Plan } from '../plan/plan.ts';
import { isOfYears, type Table } from '../plan/table.ts';
import { shareReadings } from './share-readings.ts';

type Planned = [query: Query, plan: Plan][];

/** Statements it takes to answer plans together. */
function statementsFor(planned: Planned, history: History): number {
  const shared = shareReadings(
    planned.map(([, plan]) => plan),
    history,
  );
  return planned.length - shared.reduce((sum, { plans }) => sum + plans.length - 1, 0);
}

/**
 * Plans questions that are asked together: each the cheapest way by itself, or those that read little without tables of years where that
 * makes fewer statements, because figures and their course are sums of the same months.
 */
export function inFewStatements(
  queries: readonly Query[],
  plan: (query: Query, from: readonly Table[]) => Plan,
  history: History,
  tables: readonly Table[],
): Planned {
  const ofMonths = tables.filter((table) => !isOfYears(table));
  const alone: Planned = queries.map((query) => [query, plan(query, tables)]);
  const inMonths: Planned = alone.map(([query, cheapest]) => {
    const monthly = plan(query, ofMonths);
    return [query, isSmall(monthly, history) ? monthly : cheapest];
  });
  return statementsFor(inMonths, history) < statementsFor(alone, history) ? inMonths : alone;
}

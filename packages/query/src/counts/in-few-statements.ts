import type { Query } from '@hotline-atlas/model';
import type { History } from '../plan/history.ts';
import type { Plan } from '../plan/plan.ts';
import { isOfYears, type Table } from '../plan/table.ts';
import { isSmall } from '../plan/way.ts';
import { shareScans } from './share-scans.ts';

type Planned = [query: Query, plan: Plan][];

const plansOf = (planned: Planned): Plan[] => planned.map(([, plan]) => plan);

/** Statements it takes to answer plans together. */
const statementsFor = (planned: Planned, history: History): number =>
  shareScans(plansOf(planned), history).reduce(
    (statements, { plans }) => statements - plans.length + 1,
    planned.length,
  );

/**
 * Plans questions that are asked together: each the cheapest way by itself; or without tables of years those
 * that read little and share a reading then, where that makes fewer statements. Figures and their course are
 * sums of the same months.
 */
export function inFewStatements(
  queries: readonly Query[],
  plan: (query: Query, from: readonly Table[]) => Plan,
  history: History,
  tables: readonly Table[],
): Planned {
  const ofMonths = tables.filter((table) => !isOfYears(table));
  const alone: Planned = queries.map((query) => [query, plan(query, tables)]);
  const monthly: Planned = alone.map(([query, cheapest]) => {
    const inMonths = plan(query, ofMonths);
    return [query, isSmall(inMonths) ? inMonths : cheapest];
  });
  const shared = new Set(shareScans(plansOf(monthly), history).flatMap(({ plans }) => plans));
  const mixed = monthly.map((each, at) => (shared.has(each[1]) ? each : (alone[at] ?? each)));
  return statementsFor(mixed, history) < statementsFor(alone, history) ? mixed : alone;
}

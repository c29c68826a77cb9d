import type { PlannedTopic } from './topics.ts';
import type { PlannedUnit, Receiver } from './units.ts';

/** Chances of a no in a month, for an order whose failure is 1. */
export interface Outcomes {
  unresolved: number;
  not_contacted: number;
  dissatisfied_resolved: number;
  dissatisfied_unresolved: number;
}

/** Mean failure of the units that receive a topic's orders. */
function unitFailure(
  { receiving, base }: Receiver,
  units: readonly PlannedUnit[],
  areaShares: readonly number[],
  districtShares: readonly number[],
): number {
  if (receiving === 'fixed') return units[base - 1]?.failure ?? 1;
  const shares = receiving === 'subdistrict' ? areaShares : districtShares;
  return shares.reduce((sum, share, at) => sum + share * (units[base + at]?.failure ?? 1), 0);
}

/**
 * Mean failure of a month's orders, by which the chances are divided so that the city as a whole has its
 * rate.
 */
export function meanFailure(
  topics: readonly PlannedTopic[],
  orders: readonly number[],
  receivers: readonly Receiver[],
  places: { units: readonly PlannedUnit[]; areaShares: readonly number[]; districtShares: readonly number[] },
): number {
  const { units, areaShares, districtShares } = places;
  const all = orders.reduce((a, b) => a + b, 0);
  return topics.reduce((sum, { traits }, at) => {
    const receiver = receivers[at];
    if (!receiver) return sum;
    const failure = traits.failure * unitFailure(receiver, units, areaShares, districtShares);
    return sum + ((orders[at] ?? 0) / all) * failure;
  }, 0);
}

/**
 * Chances such that the rates of the month come about. Few are dissatisfied although it was solved, many of
 * the others.
 */
export function outcomesFor(
  rates: { resolution: number; satisfaction: number; notContacted: number },
  failure: number,
): Outcomes {
  const unresolved = 1 - rates.resolution;
  const dissatisfiedResolved = (1 - rates.satisfaction) * 0.35;
  const satisfiedUnresolved =
    (rates.satisfaction - rates.resolution * (1 - dissatisfiedResolved)) / unresolved;
  return {
    unresolved: unresolved / failure,
    not_contacted: rates.notContacted / failure,
    dissatisfied_resolved: dissatisfiedResolved,
    dissatisfied_unresolved: 1 - Math.min(1, Math.max(0, satisfiedUnresolved)),
  };
}

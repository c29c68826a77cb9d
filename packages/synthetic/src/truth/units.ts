import type { History } from '../plan/history.ts';
import { outcomeFigures } from '../plan/month-plan.ts';
import { remember } from '../plan/remember.ts';
import type { PlannedUnit } from '../plan/units.ts';

/** How good a unit truly is. */
export interface UnitTruth {
  code: string;
  name: string;
  /**
   * Chance that an order stays unsolved, relative to a unit of failure 1 with the same topics in the same
   * month.
   */
  failure: number;
  /** Median time to close, relative to a typical unit with the same time limits. */
  time_factor: number;
  /** Chance that an order on a topic of usual difficulty is solved, by year. */
  resolution: Record<string, number>;
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Mean chance of each year that an order of failure 1 stays unsolved. */
function unresolvedByYear(history: History): [year: string, unresolved: number][] {
  const sums = new Map<string, { appeals: number; unresolved: number }>();
  for (const planned of history.months) {
    const year = planned.month.slice(0, 4);
    const sum = sums.get(year) ?? { appeals: 0, unresolved: 0 };
    sum.appeals += planned.appeals;
    sum.unresolved += planned.appeals * (outcomeFigures(history, planned).unresolved ?? 0);
    sums.set(year, sum);
  }
  return [...sums].map(([year, { appeals, unresolved }]) => [year, unresolved / Math.max(1, appeals)]);
}

/** The quality of every unit as the history was made with it. */
export function unitTruths(history: History): UnitTruth[] {
  const years = unresolvedByYear(history);
  const slowness = history.calibration.assumed.pace_of_weakness;
  const resolutionAt = remember((failure: number) =>
    Object.fromEntries(
      years.map(([year, unresolved]) => [year, rounded(1 - Math.min(0.97, unresolved * failure))]),
    ),
  );
  return history.units.map(
    ({ code, name, failure, weakness }: PlannedUnit): UnitTruth => ({
      code,
      name,
      failure: rounded(failure),
      time_factor: rounded(Math.exp(slowness * weakness)),
      resolution: resolutionAt(failure),
    }),
  );
}

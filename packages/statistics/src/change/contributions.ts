import { type Composition, rateChange } from '../rates/change-decomposition.ts';

/** What each group contributes to the change of a rate; shapes groups. */
export interface RateContributions {
  change: number;
  /** Because the group's own rate moved. */
  within: Float64Array;
  /**
   * Because its share of the whole moved: a group above the mean rate that grows adds, one below takes away.
   */
  mix: Float64Array;
}

/**
 * {@link rateChange} with the mix told against the mean rate of both times: a change of a share alone moves
 * nothing where the group's rate is that of all. Shares add up to 1, so the sum stays the same: all parts add
 * up to the change.
 *
 * @throws RangeError for groups that differ, or a time without any population
 */
export function rateContributions(before: Composition, now: Composition): RateContributions {
  const { change, rateEffects, compositionEffects, before: from, after: to } = rateChange(before, now);
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  const [allBefore, allNow] = [total(before.populations), total(now.populations)];
  const mean = (from + to) / 2;
  return {
    change,
    within: rateEffects,
    mix: compositionEffects.map((effect, group) => {
      const moved = (now.populations[group] ?? 0) / allNow - (before.populations[group] ?? 0) / allBefore;
      return effect - moved * mean;
    }),
  };
}

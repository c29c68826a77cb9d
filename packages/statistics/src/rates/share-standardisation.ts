/** Shares as they would be if every unit had the same to do; shapes n. */
export interface StandardisedShares {
  shares: Float64Array;
  /** How many trials at the mean tell as much of a share as the unit's own trials do, at least 1. */
  weights: Float64Array;
}

const odds = (share: number): number => share / (1 - share);
const variance = (share: number): number => share * (1 - share);
const near = 1e-12;

/**
 * The share whose odds stand to those of the mean as the odds of what is counted stand to those of what is
 * expected.
 */
function movedTo(mean: number, share: number, expected: number): number {
  if (share === 1 || Math.abs(expected - mean) < near) return share;
  const moved = (odds(mean) * odds(share)) / odds(expected);
  return Number.isFinite(moved) ? moved / (1 + moved) : mean;
}

/**
 * Indirectly standardised shares: as far off the mean, by the ratio of odds, as the unit is off what is
 * expected of it. Near 1 that is the ratio of failures counted to failures expected, times the failures of
 * all. Trials whose outcome is nearly sure beforehand tell less of that ratio: the weights are by its
 * variance (delta method).
 *
 * Inskip, H., Beral, V., Fraser, P. & Haskey, J. (1983), Statistics in Medicine 2, 455-466 (there by the
 * ratio of rates).
 *
 * @param successes shape n
 * @param trials shape n, above 0
 * @param expected shape n, share expected of each unit
 * @param mean share of all, strictly between 0 and 1
 */
export function standardisedShares(
  successes: Float64Array,
  trials: Float64Array,
  expected: Float64Array,
  mean: number,
): StandardisedShares {
  return {
    shares: successes.map((count, unit) =>
      movedTo(mean, count / (trials[unit] ?? 1), expected[unit] ?? mean),
    ),
    weights: trials.map((size, unit) =>
      Math.max(1, (size * variance(expected[unit] ?? mean)) / variance(mean)),
    ),
  };
}

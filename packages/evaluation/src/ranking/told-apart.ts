import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** Whether a unit is told apart from the next below; shapes ranks. */
export interface ToldApart {
  /** Units by their scores, the highest first; units of equal score in the order they were given. */
  order: number[];
  /** Of the difference to the next; NaN at the last. */
  p: Float64Array;
  /** After control over all neighbours. */
  adjusted: Float64Array;
  apart: Uint8Array;
}

/** Chance of a difference at least as large, in either direction, where there is none. */
export const twoSided = (z: number): number => 2 * normalCdf(-Math.abs(z), 0, 1);

/**
 * Holm's step-down probabilities: with those up to a level rejected, the chance of even one wrong rejection
 * is no greater than the level, however the tests depend on each other. NaN is no test.
 *
 * Holm, S. (1979), Scandinavian J. Statistics 6, 65-70.
 */
function holm(p: Float64Array): Float64Array {
  const tests = [...p.keys()].filter((test) => !Number.isNaN(p[test]));
  tests.sort((one, other) => (p[one] ?? 1) - (p[other] ?? 1));
  const adjusted = p.map(() => Number.NaN);
  let largest = 0;
  for (const [at, test] of tests.entries()) {
    largest = Math.max(largest, Math.min(1, (p[test] ?? 1) * (tests.length - at)));
    adjusted[test] = largest;
  }
  return adjusted;
}

/**
 * Which neighbours in a ranking truly differ: the difference of their scores against its standard error,
 * family-wise over all neighbours. Family-wise and not by false discoveries, because differences of
 * neighbours depend on one another, and because a single wrong line between two units is one too many where
 * somebody is called in. The line between two ranks is drawn only where the true scores stand in that order,
 * in 95 of 100 whole tables.
 *
 * @param scores shape units, in points; NaN without a score
 * @param variances shape units, in points²
 */
export function toldApart(scores: Float64Array, variances: Float64Array, level = 0.05): ToldApart {
  const order = [...scores.keys()]
    .filter((unit) => !Number.isNaN(scores[unit]))
    .sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
  const p = Float64Array.from(order, (unit, rank) => {
    const next = order[rank + 1];
    if (next === undefined) return Number.NaN;
    const error = Math.sqrt((variances[unit] ?? 0) + (variances[next] ?? 0));
    const off = (scores[unit] ?? 0) - (scores[next] ?? 0);
    return error > 0 ? twoSided(off / error) : 1;
  });
  const adjusted = holm(p);
  return { order, p, adjusted, apart: Uint8Array.from(adjusted, (each) => (each <= level ? 1 : 0)) };
}

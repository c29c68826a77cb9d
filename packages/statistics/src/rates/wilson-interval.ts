import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** A lower and an upper bound, in the unit of what they bound. */
export interface Interval {
  lower: number;
  upper: number;
}

/**
 * Wilson's score interval of a proportion: how far the true share may lie from the one counted.
 * Stays in [0, 1] and is usable for small samples and for shares near 0 or 1. Assumes independent cases.
 * With no case at all nothing is known: 0 to 1.
 *
 * Wilson, E. B. (1927), J. Am. Stat. Assoc. 22, 209-212.
 *
 * @param successes cases that count, 0 … `trials`
 * @param trials all cases
 * @param confidence share of intervals that hold the truth, between 0 and 1
 * @throws RangeError when the counts make no share
 */
export const wilsonInterval = (successes: number, trials: number, confidence = 0.95): Interval => {
  if (!(trials >= 0 && successes >= 0 && successes <= trials))
    throw new RangeError(`A share needs 0 ≤ successes ≤ trials; got ${successes} of ${trials}.`);
  if (trials === 0) return { lower: 0, upper: 1 };
  const z = normalQuantile((1 + confidence) / 2, 0, 1);
  const share = successes / trials;
  const centre = share + z ** 2 / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const scale = 1 + z ** 2 / trials;
  return {
    lower: successes === 0 ? 0 : (centre - reach) / scale,
    upper: successes === trials ? 1 : (centre + reach) / scale,
  };
};

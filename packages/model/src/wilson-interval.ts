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
 * @param z standard deviations to either side: the normal quantile of (1 + confidence) / 2
 * @throws RangeError when the counts make no share
 */
export function wilsonScoreInterval(successes: number, trials: number, z: number): Interval {
  if (!(trials >= 0 && successes >= 0 && successes <= trials))
    throw new RangeError(`A share needs 0 ≤ successes ≤ trials; got ${successes} of ${trials}.`);
  if (trials === 0) return { lower: 0, upper: 1 };
  const share = successes / trials;
  const centre = share + z ** 2 / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const scale = 1 + z ** 2 / trials;
  return {
    lower: successes === 0 ? 0 : (centre - reach) / scale,
    upper: successes === trials ? 1 : (centre + reach) / scale,
  };
}

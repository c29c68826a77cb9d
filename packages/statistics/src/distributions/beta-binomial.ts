import type { Tails } from './tails.ts';

/** Below this correlation a beta-binomial distribution is binomial to twelve digits. */
const leastCorrelation = 1e-12;
const negligibleShare = 1e-17;

/** Logarithms of rising factorials a (a + 1) … (a + n − 1) would overflow; ratios of neighbours do not. */
function ratioUp(k: number, trials: number, a: number, b: number): number {
  return ((trials - k) / (k + 1)) * ((a + k) / (b + trials - k - 1));
}

/** Sums the terms from one on in a direction, as multiples of that one. */
function sumFrom(k: number, trials: number, a: number, b: number, up: boolean): number {
  let [term, sum] = [1, 1];
  for (let at = k; up ? at < trials : at > 0; at += up ? 1 : -1) {
    term *= up ? ratioUp(at, trials, a, b) : 1 / ratioUp(at - 1, trials, a, b);
    sum += term;
    if (term < negligibleShare * sum) break;
  }
  return sum;
}

/**
 * Chances that a beta-binomial count is at most k, and more than k: a binomial count whose own share is drawn
 * about a mean. O(trials) at the most; both to some ten digits.
 *
 * Skellam, J. G. (1948), J. R. Stat. Soc. B 10, 257-261.
 *
 * @param k whole, any
 * @param trials whole, 0 or more
 * @param mean of the shares, above 0 and below 1
 * @param correlation of two cases of one unit, 0 … below 1: variance of shares over mean · (1 − mean)
 */
export function betaBinomialTails(k: number, trials: number, mean: number, correlation: number): Tails {
  if (k < 0) return { lower: 0, upper: 1 };
  if (k >= trials) return { lower: 1, upper: 0 };
  const spread = 1 / Math.max(correlation, leastCorrelation) - 1;
  const [a, b] = [mean * spread, (1 - mean) * spread];
  // Terms at k and below, and above k, in units of the one at k and the one at k + 1.
  const below = sumFrom(k, trials, a, b, false);
  const above = sumFrom(k + 1, trials, a, b, true) * ratioUp(k, trials, a, b);
  return { lower: 1 / (1 + above / below), upper: 1 / (1 + below / above) };
}

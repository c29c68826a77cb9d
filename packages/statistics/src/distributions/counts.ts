import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { incompleteBeta } from './incomplete-beta.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import type { Tails } from './tails.ts';

/** Below this share of added variance a negative binomial distribution is Poisson's to twelve digits. */
const leastOverdispersion = 1e-12;

/**
 * Chances that a Poisson count is at most k, and more than k.
 *
 * @param k whole, any
 * @param mean 0 or more
 */
export function poissonTails(k: number, mean: number): Tails {
  if (k < 0) return { lower: 0, upper: 1 };
  const { lower, upper } = incompleteGamma(k + 1, mean);
  return { lower: upper, upper: lower };
}

/**
 * Chances that a negative binomial count is at most k, and more than k.
 *
 * @param k whole, any
 * @param mean above 0
 * @param dispersion variance over mean, 1 or more; 1 is Poisson's distribution
 */
export function negativeBinomialTails(k: number, mean: number, dispersion: number): Tails {
  if (k < 0) return { lower: 0, upper: 1 };
  const more = dispersion - 1;
  if (more < leastOverdispersion) return poissonTails(k, mean);
  return incompleteBeta(mean / more, k + 1, 1 / dispersion, more / dispersion);
}

/**
 * Chances that a binomial count is at most k, and more than k.
 *
 * @param k whole, any
 * @param trials whole, 0 or more
 * @param share 0 … 1
 */
export function binomialTails(k: number, trials: number, share: number): Tails {
  if (k < 0) return { lower: 0, upper: 1 };
  if (k >= trials) return { lower: 1, upper: 0 };
  const { lower, upper } = incompleteBeta(k + 1, trials - k, share);
  return { lower: upper, upper: lower };
}

/**
 * The smallest whole number of 0 … most whose chance of at most it reaches a probability; found by steps that
 * double, then halves.
 */
function smallest(probability: number, tails: (k: number) => Tails, start: number, most: number): number {
  const reaches = (k: number): boolean => {
    const { lower, upper } = tails(k);
    return probability > 0.5 ? upper <= 1 - probability : lower >= probability;
  };
  let [low, high] = [start - 1, start];
  for (let step = 1; high < most && !reaches(high); step *= 2) [low, high] = [high, high + step];
  for (let step = 1; low >= 0 && reaches(low); step *= 2) [low, high] = [low - step, low];
  [low, high] = [Math.max(-1, low), Math.min(most, high)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** A first guess by the normal distribution with the skewness of counts (Cornish & Fisher 1938). */
function guess(probability: number, mean: number, variance: number, skewness: number): number {
  const z = normalQuantile(probability, 0, 1);
  const count = mean + Math.sqrt(variance) * (z + (skewness * (z * z - 1)) / 6);
  return Number.isFinite(count) ? Math.max(0, Math.round(count)) : 0;
}

/** The smallest count a Poisson count is at most with this probability. */
export function poissonQuantile(probability: number, mean: number): number {
  if (!(mean > 0) || probability <= 0) return 0;
  const start = guess(probability, mean, mean, 1 / Math.sqrt(mean));
  return smallest(probability, (k) => poissonTails(k, mean), start, Number.MAX_SAFE_INTEGER);
}

/**
 * The smallest count a negative binomial count is at most with this probability; parameters as in {@link
 * negativeBinomialTails}.
 */
export function negativeBinomialQuantile(probability: number, mean: number, dispersion: number): number {
  if (!(mean > 0) || probability <= 0) return 0;
  const variance = mean * dispersion;
  const start = guess(probability, mean, variance, (2 * dispersion - 1) / Math.sqrt(variance));
  const tails = (k: number) => negativeBinomialTails(k, mean, dispersion);
  return smallest(probability, tails, start, Number.MAX_SAFE_INTEGER);
}

/** The smallest count a binomial count is at most with this probability. */
export function binomialQuantile(probability: number, trials: number, share: number): number {
  const variance = trials * share * (1 - share);
  if (probability <= 0 || !(variance > 0)) return share === 1 && probability > 0 ? trials : 0;
  const start = guess(probability, trials * share, variance, (1 - 2 * share) / Math.sqrt(variance));
  return smallest(probability, (k) => binomialTails(k, trials, share), Math.min(trials, start), trials);
}

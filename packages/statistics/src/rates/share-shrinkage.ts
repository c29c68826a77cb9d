import { betaQuantile } from '../distributions/index.ts';
import type { RateIntervals } from './empirical-bayes.ts';

/** Shares of units, drawn towards what is expected of each; shapes n. */
export interface ShrunkenShares extends RateIntervals {
  shares: Float64Array;
  /** Part of its own share in a unit's shrunken share, 0 (all borrowed) … 1. */
  ownShare: Float64Array;
}

/**
 * Empirical-Bayes shares: what is known of a unit of few trials is drawn towards what is expected of it, as
 * though it had so many trials more of which the expected share succeeded. The binomial counterpart of
 * `empiricalBayes`, which is for rare events. With a beta distribution of the true shares about what is
 * expected, the true share of a unit is beta distributed too; the bounds are its quantiles. The uncertainty
 * of what is expected and of `borrowed` is left out.
 *
 * Kleinman, J. C. (1973), J. Am. Stat. Assoc. 68, 46-54; Efron, B. & Morris, C. (1975), J. Am. Stat. Assoc.
 * 70, 311-319.
 *
 * @param successes shape n
 * @param trials shape n
 * @param expected shape n, shares strictly between 0 and 1
 * @param borrowed trials added to each; Infinity where all true shares are what is expected
 */
export function shrunkenShares(
  successes: Float64Array,
  trials: Float64Array,
  expected: Float64Array,
  borrowed: number,
  confidence = 0.95,
): ShrunkenShares {
  if (borrowed === Number.POSITIVE_INFINITY)
    return { shares: expected, ownShare: trials.map(() => 0), lower: expected, upper: expected };
  const yes = successes.map((count, unit) => count + borrowed * (expected[unit] ?? 0));
  const all = trials.map((size) => size + borrowed);
  const bound = (probability: number) =>
    yes.map((count, unit) => betaQuantile(probability, count, (all[unit] ?? 0) - count));
  return {
    shares: yes.map((count, unit) => count / (all[unit] ?? 0)),
    ownShare: trials.map((size, unit) => size / (all[unit] ?? 1)),
    lower: bound((1 - confidence) / 2),
    upper: bound((1 + confidence) / 2),
  };
}

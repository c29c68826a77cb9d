import { UnusableSeries } from '../unusable-series.ts';
import { type Alarm, type EnoughCases, fiveInFourWeeks, hasEnoughCases, judge } from './alarm.ts';
import { requireCount } from './counts.ts';
import { countThreshold, type Threshold } from './threshold.ts';

export interface RecentMeanOptions {
  /** One-sided level of the threshold: 0.01 by default. */
  alpha?: number;
  /** Past steps the mean is taken over, at most: 26 by default. */
  baseline?: number;
  /** Steps before the newest left out, so that an outbreak does not hide itself: 2 by default. */
  leftOut?: number;
  enoughCases?: EnoughCases;
}

/**
 * The simple rule for a series too young for Farrington's method: is the newest count more than the recent
 * ones let expect, had nothing changed? No season, no trend.
 *
 * @param counts counts at equal steps, NaN where one is missing
 * @param current position of the count to judge
 * @throws UnusableSeries with negative or infinite counts, without a newest count, or with fewer than three
 *   past ones
 *
 * The window is that of EARS C2 (Hutwagner et al. 2003, Journal of Urban Health 80). In place of its mean and
 * three standard deviations, the quantile of the negative binomial distribution that follows from Jeffreys'
 * prior on the mean, its variance widened by the dispersion of the window: it knows how few counts it rests
 * on, and what all zeros are worth.
 */
export function recentMeanAlarm(
  counts: Float64Array,
  current: number,
  options: RecentMeanOptions = {},
): Alarm {
  const { alpha = 0.01, baseline = 26, leftOut = 2 } = options;
  requireCount(counts[current], current);
  const end = Math.max(0, current - leftOut);
  const past = counts.slice(Math.max(0, end - baseline), end).filter((count) => !Number.isNaN(count));
  past.forEach((count, i) => {
    requireCount(count, i);
  });
  if (past.length < 3)
    throw new UnusableSeries(
      'too-short',
      `An alarm needs at least three past counts; there are ${past.length}.`,
    );
  const observed = counts[current] ?? 0;
  const { lower, upper, p, pBelow, mean, dispersion } = predictiveThreshold(past, observed, alpha);
  const enough = hasEnoughCases(counts, current, options.enoughCases ?? fiveInFourWeeks);
  return {
    ...judge(observed, mean, upper, enough),
    lower,
    p,
    pBelow,
    dispersion,
    trend: false,
    seasonal: false,
    n: past.length,
  };
}

/** Limits of the next count after n counts of an unchanged mean (see `recentMeanAlarm`). */
export function predictiveThreshold(
  past: Float64Array,
  observed: number,
  alpha: number,
): Threshold & { mean: number; dispersion: number } {
  const n = past.length;
  const sum = past.reduce((total, count) => total + count, 0);
  const mean = (sum + 0.5) / n;
  const squares = past.reduce((total, count) => total + (count - sum / n) ** 2, 0);
  const dispersion = sum > 0 ? Math.max(1, squares / (n - 1) / (sum / n)) : 1;
  const limits = countThreshold(
    { mean, standardError: 0, dispersion: dispersion * (1 + 1 / n) },
    observed,
    alpha,
  );
  return { ...limits, mean, dispersion };
}

import { twoSidedP } from '../../two-sided-p.ts';
import { UnusableSeries } from '../unusable-series.ts';

export type TrendDirection = 'up' | 'down' | 'none';

export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  s: number;
  /** Variance of S without a trend. */
  variance: number;
  z: number;
  /** Two-sided. */
  p: number;
  /** Kendall's tau-a: S over the number of pairs. */
  tau: number;
  direction: TrendDirection;
  /** Values that took part. */
  n: number;
}

/**
 * Mann-Kendall's test for a monotonic trend, with ties in the variance and the continuity correction.
 *
 * @param values n values in order of time; NaN is a missing value and left out. At least two have to be there.
 * @param alpha level at which a direction is called a trend
 * @returns with all values equal: S 0, z 0, p 1
 * @throws UnusableSeries with fewer than two values, or infinite ones
 *
 * Assumes values that are independent of one another: see `hamedRao` where they are not. O(n²).
 * Mann (1945), Econometrica 13; Kendall (1975), Rank Correlation Methods; Gilbert (1987), Statistical Methods for Environmental
 * Pollution Monitoring, 16.4.
 */
export function mannKendall(values: Float64Array, alpha = 0.05): MannKendall {
  const present = presentValues(values);
  const s = risingLessFalling(present);
  return verdict(s, tiedVariance(present), present.length, alpha);
}

/** The test's outcome from S and the variance a method gives it. */
export function verdict(s: number, variance: number, n: number, alpha: number): MannKendall {
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0;
  const p = twoSidedP(z);
  const direction = p >= alpha ? 'none' : z > 0 ? 'up' : 'down';
  return { s, variance, z, p, tau: s / ((n * (n - 1)) / 2), direction, n };
}

function presentValues(values: Float64Array): Float64Array {
  const present = values.some(Number.isNaN) ? values.filter((value) => !Number.isNaN(value)) : values;
  if (present.length < 2)
    throw new UnusableSeries(
      'too-short',
      `A trend needs at least two values and was given ${present.length}.`,
    );
  if (present.some((value) => !Number.isFinite(value)))
    throw new UnusableSeries(
      'not-finite',
      'A trend cannot be told from infinite values; mark them as missing (NaN).',
    );
  return present;
}

function risingLessFalling(values: Float64Array): number {
  let s = 0;
  for (let i = 0; i < values.length; i++) {
    const earlier = values[i] ?? 0;
    for (let j = i + 1; j < values.length; j++) {
      const later = values[j] ?? 0;
      if (later > earlier) s += 1;
      else if (later < earlier) s -= 1;
    }
  }
  return s;
}

function tiedVariance(values: Float64Array): number {
  const pairsOf = (n: number) => n * (n - 1) * (2 * n + 5);
  const sorted = values.slice().sort();
  let ties = 0;
  for (let at = 0, size = 1; at < sorted.length; at++, size++) {
    if (sorted[at] === sorted[at + 1]) continue;
    ties += pairsOf(size);
    size = 0;
  }
  return (pairsOf(values.length) - ties) / 18;
}

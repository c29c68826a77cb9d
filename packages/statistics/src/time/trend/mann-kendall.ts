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
 * @param values n values in order of time; NaN is a missing value and left out. At least two have to be
 *   there.
 * @param alpha level at which a direction is called a trend
 * @returns with all values equal: S 0, z 0, p 1
 * @throws UnusableSeries with fewer than two values, or infinite ones
 *
 * Assumes values that are independent of one another: see `hamedRao` where they are not. O(n²). Mann (1945),
 * Econometrica 13; Kendall (1975), Rank Correlation Methods; Gilbert (1987), Statistical Methods for
 * Environmental Pollution Monitoring, 16.4.
 */
export function mannKendall(values: Float64Array, alpha = 0.05): MannKendall {
  const present = presentValues(values);
  const { s, tied } = comparedPairs(present);
  return verdict(s, varianceOf(present, tied), present.length, alpha);
}

/** The test's outcome from S and the variance a method gives it. */
export function verdict(s: number, variance: number, n: number, alpha: number): MannKendall {
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0;
  const p = twoSidedP(z);
  const direction = p >= alpha ? 'none' : z > 0 ? 'up' : 'down';
  return { s, variance, z, p, tau: s / ((n * (n - 1)) / 2), direction, n };
}

function presentValues(values: Float64Array): Float64Array {
  let [missing, infinite] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) missing++;
    else if (!Number.isFinite(value)) infinite++;
  }
  const present = values.length - missing;
  if (present < 2)
    throw new UnusableSeries('too-short', `A trend needs at least two values and was given ${present}.`);
  if (infinite > 0)
    throw new UnusableSeries(
      'not-finite',
      'A trend cannot be told from infinite values; mark them as missing (NaN).',
    );
  return missing === 0 ? values : values.filter((value) => !Number.isNaN(value));
}

/** Pairs that rise less pairs that fall, and pairs that do neither. */
function comparedPairs(values: Float64Array): { s: number; tied: number } {
  let [s, tied] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const earlier = values[i] ?? 0;
    for (let j = i + 1; j < values.length; j++) {
      const later = values[j] ?? 0;
      if (later > earlier) s += 1;
      else if (later < earlier) s -= 1;
      else tied += 1;
    }
  }
  return { s, tied };
}

const termOf = (n: number) => n * (n - 1) * (2 * n + 5);

function varianceOf(values: Float64Array, tiedPairs: number): number {
  const ties = tiedPairs === 0 ? 0 : tiesOf(values.slice().sort());
  return (termOf(values.length) - ties) / 18;
}

/** What values that occur more than once take off the variance, before it is divided by 18. */
function tiesOf(sorted: Float64Array): number {
  let ties = 0;
  for (let at = 0, size = 1; at < sorted.length; at++, size++) {
    if (sorted[at] === sorted[at + 1]) continue;
    ties += termOf(size);
    size = 0;
  }
  return ties;
}

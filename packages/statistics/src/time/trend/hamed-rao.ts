import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { requireFinite } from '../unusable-series.ts';
import { type MannKendall, mannKendall, verdict } from './mann-kendall.ts';
import { meanRanks } from './ranks.ts';
import { senSlope } from './sen-slope.ts';

export interface HamedRao extends MannKendall {
  /** What the variance was multiplied with; 1 where no lag is significantly correlated. */
  correction: number;
}

/**
 * Mann-Kendall's test with Hamed and Rao's variance for autocorrelated series: the ranks of the series without its Sen slope are
 * correlated with themselves, and the significant lags enlarge (or shrink) the variance.
 *
 * @param values n finite values at equal time steps, n ≥ 3
 * @param alpha level of the test, and of the significance of a lag
 * @param lags how many lags are looked at, all n−1 by default; chance correlations at long lags make that a generous test, three are safer
 * @returns a correction that is not positive (possible where many lags are significantly negative) is no variance: the test is then
 * that of the independent values, with correction 1
 * @throws UnusableSeries with NaN or infinite values, or fewer than two
 *
 * Hamed & Rao (1998), Journal of Hydrology 204.
 */
export function hamedRao(values: Float64Array, alpha = 0.05, lags = values.length - 1): HamedRao {
  requireFinite(values, 'Hamed and Rao’s trend test');
  const plain = mannKendall(values, alpha);
  const { slope } = senSlope(values);
  const ranks = meanRanks(values.map((value, step) => value - step * slope));
  const factor = correctionOf(ranks, alpha, Math.min(lags, values.length - 1));
  const correction = factor > 0 ? factor : 1;
  return { ...verdict(plain.s, plain.variance * correction, plain.n, alpha), correction };
}

function correctionOf(ranks: Float64Array, alpha: number, lags: number): number {
  const n = ranks.length;
  if (n < 3) return 1;
  const limit = normalQuantile(1 - alpha / 2, 0, 1) / Math.sqrt(n);
  const mean = (n + 1) / 2;
  const variance = covariance(ranks, mean, 0);
  let sum = 0;
  for (let lag = 1; lag <= lags && variance > 0; lag++) {
    const r = covariance(ranks, mean, lag) / variance;
    if (Math.abs(r) > limit) sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * r;
  }
  return 1 + (2 * sum) / (n * (n - 1) * (n - 2));
}

function covariance(values: Float64Array, mean: number, lag: number): number {
  let sum = 0;
  for (let i = lag; i < values.length; i++)
    sum += ((values[i] ?? 0) - mean) * ((values[i - lag] ?? 0) - mean);
  return sum;
}

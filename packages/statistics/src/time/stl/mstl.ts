import { requireFinite, requireWhole, UnusableSeries } from '../unusable-series.ts';
import { stl } from './stl.ts';
import type { StlOptions } from './stl-settings.ts';

export interface MstlOptions extends Omit<StlOptions, 'period' | 'seasonalWindow'> {
  /** Seasons in steps, shortest first: [24, 168] for hours with days and weeks. */
  periods: readonly number[];
  /** One a period; by default 11, 15, 19, … */
  seasonalWindows?: readonly number[];
  /** Rounds over all periods. */
  iterations?: number;
}

export interface MultipleDecomposition {
  /** One array of n a period, in the order of `periods`. */
  seasonals: Float64Array[];
  trend: Float64Array;
  remainder: Float64Array;
}

/**
 * Decomposition with several seasons: STL for one period after the other, each on the series without the
 * other seasons.
 *
 * @param values n finite values at equal steps, more than two of the longest periods
 * @throws UnusableSeries with a period of half the series or more, NaN or infinite values, or impossible
 *   settings
 *
 * Bandara, Hyndman & Bergmeir (2021), MSTL, arXiv:2107.13462; as R's `forecast::mstl`, without its Box-Cox
 * transformation.
 */
export function mstl(values: Float64Array, options: MstlOptions): MultipleDecomposition {
  const { periods, seasonalWindows = periods.map((_, i) => 11 + 4 * i), iterations = 2, ...rest } = options;
  requirePeriods(periods, seasonalWindows, values.length);
  requireWhole(iterations, 1, 'The number of iterations');
  requireFinite(values, 'MSTL');
  const seasonals = periods.map(() => new Float64Array(values.length));
  let trend: Float64Array = new Float64Array(values.length);
  const left = values.slice();
  for (let round = 0; round < (periods.length > 1 ? iterations : 1); round++) {
    for (const [i, period] of periods.entries()) {
      const seasonal = seasonals[i] ?? new Float64Array();
      add(left, seasonal, 1);
      const fit = stl(left, { ...rest, period, seasonalWindow: seasonalWindows[i] ?? 11 });
      seasonal.set(fit.seasonal);
      trend = fit.trend;
      add(left, seasonal, -1);
    }
  }
  return { seasonals, trend, remainder: left.map((value, i) => value - (trend[i] ?? 0)) };
}

function add(values: Float64Array, other: Float64Array, sign: 1 | -1): void {
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) + sign * (other[i] ?? 0);
}

function requirePeriods(periods: readonly number[], windows: readonly number[], n: number): void {
  if (periods.length === 0 || windows.length !== periods.length)
    throw new UnusableSeries('parameter', 'MSTL needs at least one period, and a seasonal window for each.');
  const longest = Math.max(...periods);
  if (n <= 2 * longest)
    throw new UnusableSeries(
      'too-short',
      `MSTL needs more than ${2 * longest} values for a period of ${longest} and was given ${n}; leave the period out.`,
    );
}

import { requireFinite, requireLength } from '../unusable-series.ts';
import { smoothCycleSubseries } from './cycle-subseries.ts';
import { loess } from './loess.ts';
import { movingAverage } from './moving-average.ts';
import { robustnessWeights } from './robustness-weights.ts';
import { type StlOptions, type StlSettings, stlSettings } from './stl-settings.ts';

export interface Decomposition {
  seasonal: Float64Array;
  trend: Float64Array;
  /** What is left: value − seasonal − trend. */
  remainder: Float64Array;
  /** Robustness weights the last fit used, 0 an outlier, all 1 without outer iterations. */
  weights: Float64Array;
}

/**
 * Seasonal-trend decomposition by loess.
 *
 * @param values n finite values at equal steps without gaps (`bridge` closes them), at least two periods
 * @returns four arrays of n in the values' unit (the weights without one)
 * @throws UnusableSeries with fewer than two periods, NaN or infinite values, or impossible settings
 *
 * Cleveland, Cleveland, McRae & Terpenning (1990), STL: A Seasonal-Trend Decomposition Procedure Based on
 * Loess, Journal of Official Statistics 6(1); defaults are those of R's `stl`.
 */
export function stl(values: Float64Array, options: StlOptions): Decomposition {
  const settings = stlSettings(options, values.length);
  requireLength(values, 2 * settings.period, 'STL');
  requireFinite(values, 'STL');
  const seasonal = new Float64Array(values.length);
  const trend = new Float64Array(values.length);
  let weights: Float64Array | undefined;
  for (let outer = 0; outer <= settings.outerIterations; outer++) {
    if (outer > 0) weights = robustnessWeights(values, sum(seasonal, trend));
    for (let inner = 0; inner < settings.innerIterations; inner++)
      refine(values, settings, weights, seasonal, trend);
  }
  if (settings.periodic) averageByPhase(seasonal, settings.period);
  const remainder = values.map((value, i) => value - (seasonal[i] ?? 0) - (trend[i] ?? 0));
  return { seasonal, trend, remainder, weights: weights ?? new Float64Array(values.length).fill(1) };
}

/** One inner iteration; `seasonal` and `trend` are replaced. */
function refine(
  values: Float64Array,
  { period, seasonal: seasonalSetting, trend: trendSetting, lowPass }: StlSettings,
  weights: Float64Array | undefined,
  seasonal: Float64Array,
  trend: Float64Array,
): void {
  const detrended = values.map((value, i) => value - (trend[i] ?? 0));
  const cycle = smoothCycleSubseries(detrended, period, seasonalSetting, weights);
  const slow = movingAverage(movingAverage(movingAverage(cycle, period), period), 3);
  const level = new Float64Array(values.length);
  loess(slow, lowPass, undefined, level);
  for (let i = 0; i < values.length; i++) seasonal[i] = (cycle[period + i] ?? 0) - (level[i] ?? 0);
  const adjusted = values.map((value, i) => value - (seasonal[i] ?? 0));
  loess(adjusted, trendSetting, weights, trend);
}

const sum = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value + (b[i] ?? 0));

function averageByPhase(seasonal: Float64Array, period: number): void {
  for (let phase = 0; phase < period; phase++) {
    let total = 0;
    let count = 0;
    for (let i = phase; i < seasonal.length; i += period, count++) total += seasonal[i] ?? 0;
    for (let i = phase; i < seasonal.length; i += period) seasonal[i] = total / count;
  }
}

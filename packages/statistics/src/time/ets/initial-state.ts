import type { EtsModel } from './model.ts';

export interface InitialState {
  level: number;
  growth: number;
  season: Float64Array;
}

/**
 * A first guess of the state before the first value: seasonal means around a centred moving average, then a
 * line through the first seasonally adjusted values (Hyndman et al. 2008, 2.6.1).
 *
 * @param values n values, at least two periods for a seasonal model
 */
export function initialState(values: Float64Array, model: EtsModel): InitialState {
  const season = model.season === 'N' ? new Float64Array(1) : seasonalMeans(values, model);
  const adjusted = values.map((value, t) => {
    const s = season[t % model.period] ?? 0;
    return model.season === 'N' ? value : model.season === 'A' ? value - s : value / s;
  });
  const head = adjusted.subarray(0, Math.max(10, 2 * model.period));
  if (model.trend === 'N') return { level: mean(head), growth: 0, season };
  const { intercept, slope } = lineThrough(head);
  if (model.trend === 'A') return { level: intercept, growth: slope, season };
  const first = intercept + slope;
  const ratio = (first + slope) / first;
  const sound = first > 0 && ratio > 0.01 && ratio < 100;
  return sound ? { level: first / ratio, growth: ratio, season } : { level: mean(head), growth: 1, season };
}

function seasonalMeans(values: Float64Array, { period, season }: EtsModel): Float64Array {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  const half = Math.floor(period / 2);
  for (let t = half; t < values.length - half; t++) {
    const centre = centredMean(values, t, period);
    const value = values[t] ?? 0;
    sums[t % period] = (sums[t % period] ?? 0) + (season === 'A' ? value - centre : value / centre);
    counts[t % period] = (counts[t % period] ?? 0) + 1;
  }
  const means = sums.map((sum, phase) => sum / (counts[phase] ?? 1));
  const total = mean(means);
  return season === 'A'
    ? means.map((value) => value - total)
    : means.map((value) => Math.max(0.01, value / total));
}

/** Mean over one period around t; with an even period its two ends count half. */
function centredMean(values: Float64Array, t: number, period: number): number {
  const half = Math.floor(period / 2);
  let sum = 0;
  for (let i = t - half; i <= t + half; i++) sum += values[i] ?? 0;
  if (period % 2 === 0) sum -= ((values[t - half] ?? 0) + (values[t + half] ?? 0)) / 2;
  return sum / period;
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Least squares over steps 1 to n. */
function lineThrough(values: Float64Array): { intercept: number; slope: number } {
  const n = values.length;
  const centre = (n + 1) / 2;
  let slope = 0;
  for (let i = 0; i < n; i++) slope += (i + 1 - centre) * (values[i] ?? 0);
  slope = n > 1 ? slope / ((n * (n * n - 1)) / 12) : 0;
  return { intercept: mean(values) - slope * centre, slope };
}

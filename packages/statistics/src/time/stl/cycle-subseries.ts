import { type LoessSetting, loess, loessAt } from './loess.ts';

/**
 * Smooths each cycle-subseries (all Januaries, all Februaries, …) and extends it by one period at either end.
 *
 * @param detrended n values
 * @returns n + 2·period values, the first a period before the series begins
 */
export function smoothCycleSubseries(
  detrended: Float64Array,
  period: number,
  setting: LoessSetting,
  weights: Float64Array | undefined,
): Float64Array {
  const cycle = new Float64Array(detrended.length + 2 * period);
  for (let phase = 0; phase < period; phase++) {
    const smoothed = smoothExtended(
      everyNth(detrended, phase, period),
      setting,
      weights && everyNth(weights, phase, period),
    );
    for (let i = 0; i < smoothed.length; i++) cycle[phase + i * period] = smoothed[i] ?? 0;
  }
  return cycle;
}

function everyNth(values: Float64Array, phase: number, period: number): Float64Array {
  const subseries = new Float64Array(Math.floor((values.length - phase - 1) / period) + 1);
  for (let i = 0; i < subseries.length; i++) subseries[i] = values[phase + i * period] ?? 0;
  return subseries;
}

function smoothExtended(
  values: Float64Array,
  setting: LoessSetting,
  weights: Float64Array | undefined,
): Float64Array {
  const n = values.length;
  const extended = new Float64Array(n + 2);
  const inner = extended.subarray(1, n + 1);
  loess(values, setting, weights, inner);
  const kernel = new Float64Array(n);
  const before = loessAt(values, 0, 1, Math.min(setting.window, n), setting, weights, kernel);
  const after = loessAt(values, n + 1, Math.max(1, n - setting.window + 1), n, setting, weights, kernel);
  extended[0] = Number.isNaN(before) ? (inner[0] ?? 0) : before;
  extended[n + 1] = Number.isNaN(after) ? (inner[n - 1] ?? 0) : after;
  return extended;
}

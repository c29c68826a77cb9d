/** Errors of forecasts against what came. */
export interface Accuracy {
  /** Mean absolute error, in the unit of the series. */
  mae: number;
  /** The same over the in-sample error of the seasonal naive forecast: below 1 is better than that. */
  mase: number;
  /** Forecasts that were compared. */
  n: number;
}

/**
 * Mean absolute change from one period to the next: the yardstick of MASE.
 * Hyndman & Koehler (2006), International Journal of Forecasting 22.
 */
export function seasonalNaiveError(values: Float64Array, period: number): number {
  let sum = 0;
  for (let t = period; t < values.length; t++) sum += Math.abs((values[t] ?? 0) - (values[t - period] ?? 0));
  return sum / (values.length - period);
}

/**
 * An error over a yardstick; without any change in the series the yardstick is zero, and only a perfect
 * forecast is not infinitely bad.
 */
export const scaledError = (error: number, scale: number): number =>
  error === 0 ? 0 : scale === 0 ? Number.POSITIVE_INFINITY : error / scale;

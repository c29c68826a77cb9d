import { requireFinite, requireLength, requireWhole } from '../unusable-series.ts';
import { type Accuracy, scaledError, seasonalNaiveError } from './accuracy.ts';

/** Forecasts the next `horizon` values from those given. */
export type Forecaster = (values: Float64Array, horizon: number) => Float64Array;

export interface RollingOriginOptions {
  period: number;
  horizon: number;
  /**
   * How many times a forecast is made and compared, each one step later than the one before; the last ends
   * with the series.
   */
  origins: number;
}

/**
 * How well a method would have forecast the end of a series, had it stood at earlier points of it.
 *
 * @param values n finite values; at least two periods have to lie before the first origin
 * @throws UnusableSeries where they are fewer or not finite, or what the method itself refuses
 *
 * Tashman (2000), International Journal of Forecasting 16.
 */
export function rollingOrigin(
  values: Float64Array,
  forecaster: Forecaster,
  options: RollingOriginOptions,
): Accuracy {
  const { period, horizon, origins } = options;
  requireWhole(horizon, 1, 'The horizon');
  requireWhole(origins, 1, 'The number of origins');
  requireLength(values, leastForComparison(options), 'A comparison of forecasts');
  requireFinite(values, 'A comparison of forecasts');
  const first = values.length - horizon - origins + 1;
  let absolute = 0;
  let scaled = 0;
  for (let origin = first; origin < first + origins; origin++) {
    const known = values.slice(0, origin);
    const forecast = forecaster(known, horizon);
    const error = forecast.reduce((sum, value, h) => sum + Math.abs(value - (values[origin + h] ?? 0)), 0);
    absolute += error;
    scaled += scaledError(error, seasonalNaiveError(known, period));
  }
  const n = origins * horizon;
  return { mae: absolute / n, mase: scaled / n, n };
}

/** Values a comparison needs. */
export const leastForComparison = ({ period, horizon, origins }: RollingOriginOptions): number =>
  2 * period + horizon + origins - 1;

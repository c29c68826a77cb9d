import { requireFinite, requireLength, requireWhole } from '../unusable-series.ts';
import type { Forecast, ForecastOptions } from './forecast.ts';
import { normalInterval } from './normal-interval.ts';

/**
 * The last period again: the benchmark any forecast has to beat. With period 1, the last value.
 *
 * @param values n finite values at equal steps, more than one period
 * @throws UnusableSeries where they are fewer or not finite
 *
 * Interval: normal, the mean square of the seasonal differences, once more with every period ahead (Hyndman &
 * Athanasopoulos, FPP, 5.5).
 */
export function forecastSeasonalNaive(
  values: Float64Array,
  period: number,
  options: ForecastOptions,
): Forecast {
  const { horizon, confidence = 0.95 } = options;
  requireWhole(period, 1, 'The period');
  requireWhole(horizon, 1, 'The horizon');
  requireLength(values, period + 1, 'The seasonal naive forecast');
  requireFinite(values, 'The seasonal naive forecast');
  const last = values.length - period;
  let squares = 0;
  for (let t = period; t < values.length; t++) squares += ((values[t] ?? 0) - (values[t - period] ?? 0)) ** 2;
  const mean = new Float64Array(horizon).map((_, h) => values[last + (h % period)] ?? 0);
  const variances = mean.map((_, h) => (squares / last) * (1 + Math.floor(h / period)));
  return normalInterval(mean, variances, confidence);
}

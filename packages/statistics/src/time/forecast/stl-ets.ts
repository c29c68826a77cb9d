import { forecastEts } from '../ets/forecast-ets.ts';
import { selectEts } from '../ets/select.ts';
import { stl } from '../stl/stl.ts';
import type { Forecast, ForecastOptions } from './forecast.ts';

/**
 * STL takes the season out, ETS without a season forecasts the rest, and the last season is put back on. For
 * long seasons (weeks in years) that ETS cannot estimate.
 *
 * @param values n finite values at equal steps, at least two periods
 * @param seasonalWindow as for `stl`
 * @throws UnusableSeries where they are fewer or not finite
 *
 * Hyndman & Athanasopoulos, FPP, 6.6 (R's `stlf`). The interval leaves out that the season is an estimate.
 */
export const forecastStlEts = (
  values: Float64Array,
  period: number,
  options: ForecastOptions & { seasonalWindow?: number | 'periodic' },
): Forecast => fitStlEts(values, period, options.seasonalWindow)(options);

/** `forecastStlEts` fitted once, for forecasts with any interval. */
export function fitStlEts(
  values: Float64Array,
  period: number,
  seasonalWindow: number | 'periodic' = 'periodic',
): (options: ForecastOptions) => Forecast {
  const { seasonal } = stl(values, { period, seasonalWindow });
  const adjusted = values.map((value, t) => value - (seasonal[t] ?? 0));
  const fit = selectEts(adjusted, 1);
  const withSeason = (forecast: Float64Array) =>
    forecast.map((value, h) => value + (seasonal[values.length - period + (h % period)] ?? 0));
  return (options) => {
    const { mean, lower, upper } = forecastEts(fit, options);
    return { mean: withSeason(mean), lower: withSeason(lower), upper: withSeason(upper) };
  };
}

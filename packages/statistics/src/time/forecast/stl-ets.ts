import { forecastEts } from '../ets/forecast-ets.ts';
import { selectEts } from '../ets/select.ts';
import { stl } from '../stl/stl.ts';
import type { Forecast, ForecastOptions } from './forecast.ts';

/**
 * STL takes the season out, ETS without a season forecasts the rest, and the last season is put back on. For long seasons (weeks in
 * years) that ETS cannot estimate.
 *
 * @param values n finite values at equal steps, at least two periods
 * @param seasonalWindow as for `stl`
 * @throws UnusableSeries where they are fewer or not finite
 *
 * Hyndman & Athanasopoulos, FPP, 6.6 (R's `stlf`). The interval leaves out that the season is an estimate.
 */
export function forecastStlEts(
  values: Float64Array,
  period: number,
  options: ForecastOptions & { seasonalWindow?: number | 'periodic' },
): Forecast {
  const { seasonal } = stl(values, { period, seasonalWindow: options.seasonalWindow ?? 'periodic' });
  const adjusted = values.map((value, t) => value - (seasonal[t] ?? 0));
  const { mean, lower, upper } = forecastEts(selectEts(adjusted, 1), options);
  const withSeason = (forecast: Float64Array) =>
    forecast.map((value, h) => value + (seasonal[values.length - period + (h % period)] ?? 0));
  return { mean: withSeason(mean), lower: withSeason(lower), upper: withSeason(upper) };
}

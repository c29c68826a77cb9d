import { fitEts } from '../ets/fit.ts';
import { forecastEts, pointForecasts } from '../ets/forecast-ets.ts';
import { etsName } from '../ets/model.ts';
import { longestEtsPeriod, selectEts } from '../ets/select.ts';
import { UnusableSeries } from '../unusable-series.ts';
import type { Accuracy } from './accuracy.ts';
import type { Forecast, ForecastOptions } from './forecast.ts';
import { type Forecaster, leastForComparison, rollingOrigin } from './rolling-origin.ts';
import { forecastSeasonalNaive } from './seasonal-naive.ts';
import { fitStlEts, forecastStlEts } from './stl-ets.ts';

export type ForecastMethod = 'seasonal-naive' | 'ets' | 'stl-ets';

export interface ComparedMethod extends Accuracy {
  method: ForecastMethod;
}

export interface ChosenForecast extends Forecast {
  method: ForecastMethod;
  /** Short name of the ETS model, where that was chosen. */
  model?: string;
  /** All methods that were tried, the best first; empty where the series is too short to compare on. */
  compared: ComparedMethod[];
  /** The same forecast with the interval of another confidence. */
  at: (confidence: number) => Forecast;
}

export interface ChooseForecastOptions extends ForecastOptions {
  /** Steps in a season; 1 for none. */
  period: number;
  /** Origins of the comparison, 6 by default. */
  origins?: number;
}

/**
 * Forecasts with whichever method would have done best so far: the seasonal naive forecast, ETS, or STL with
 * ETS of the rest. On a series too short to compare the methods on, the seasonal naive forecast, and on one
 * shorter than that, the last value.
 *
 * @param values n ≥ 2 finite values at equal steps
 * @throws UnusableSeries where they are fewer or not finite
 *
 * The methods are compared by MAE at a rolling origin; the ETS model is chosen once, on what is known at the
 * first origin, and its parameters are estimated anew at each.
 */
export function chooseForecast(values: Float64Array, options: ChooseForecastOptions): ChosenForecast {
  const compared = compareForecasts(values, options);
  const method = compared[0]?.method ?? 'seasonal-naive';
  const { model, at } = forecastWith(method, values, options);
  return { method, ...(model !== undefined && { model }), compared, at, ...at(options.confidence ?? 0.95) };
}

/** A method fitted once, for intervals of any confidence. */
function forecastWith(
  method: ForecastMethod,
  values: Float64Array,
  options: ChooseForecastOptions,
): Pick<ChosenForecast, 'model' | 'at'> {
  if (method === 'ets') {
    const fit = selectEts(values, options.period);
    return {
      model: etsName(fit.model),
      at: (confidence) => forecastEts(fit, { ...options, confidence }),
    };
  }
  if (method === 'stl-ets') {
    const fitted = fitStlEts(values, options.period);
    return { at: (confidence) => fitted({ ...options, confidence }) };
  }
  const period = values.length > options.period ? options.period : 1;
  return { at: (confidence) => forecastSeasonalNaive(values, period, { ...options, confidence }) };
}

/** The methods a series is long enough for, the best first; equal ones in the order of their simplicity. */
export function compareForecasts(values: Float64Array, options: ChooseForecastOptions): ComparedMethod[] {
  const { period, horizon, origins = 6 } = options;
  const comparison = { period, horizon, origins };
  if (values.length < leastForComparison(comparison)) return [];
  const known = values.slice(0, values.length - horizon - origins + 1);
  return Object.entries(forecasters(known, period))
    .map(([method, forecaster]) => ({
      method: method as ForecastMethod,
      ...rollingOrigin(values, forecaster, comparison),
    }))
    .sort((a, b) => a.mae - b.mae);
}

function forecasters(known: Float64Array, period: number): Partial<Record<ForecastMethod, Forecaster>> {
  const ets = etsForecaster(known, period);
  return {
    'seasonal-naive': (values, horizon) => forecastSeasonalNaive(values, period, { horizon }).mean,
    ...(ets && { ets }),
    ...(period > 1 &&
      ets && {
        'stl-ets': (values: Float64Array, horizon: number) =>
          forecastStlEts(values, period, { horizon }).mean,
      }),
  };
}

function etsForecaster(known: Float64Array, period: number): Forecaster | undefined {
  try {
    const { model } = selectEts(known, period > longestEtsPeriod ? 1 : period);
    return (values, horizon) => pointForecasts(fitEts(values, model), horizon);
  } catch (error) {
    if (error instanceof UnusableSeries && error.reason === 'too-short') return undefined;
    throw error;
  }
}

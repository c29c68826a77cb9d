import type { Forecast, ForecastOptions } from '../forecast/forecast.ts';
import { normalInterval } from '../forecast/normal-interval.ts';
import { requireWhole } from '../unusable-series.ts';
import { continuation } from './continuation.ts';
import type { EtsFit } from './fit.ts';
import type { EtsModel, EtsParameters } from './model.ts';
import { forecastAt, learnAt } from './path.ts';
import { simulatedInterval } from './simulate.ts';

/**
 * Forecasts with a fitted model. With additive errors, trend and season the interval has a formula; otherwise
 * it is that of 5,000 seeded simulations. Errors are taken as normal and the parameters as known, so
 * intervals are on the narrow side.
 *
 * @throws UnusableSeries with a horizon that is no whole number from 1
 *
 * Hyndman, Koehler, Ord & Snyder (2008), chapter 6 (class 1, table 6.2).
 */
export function forecastEts(fit: EtsFit, options: ForecastOptions): Forecast {
  const { horizon, confidence = 0.95, seed = 1 } = options;
  requireWhole(horizon, 1, 'The horizon');
  const mean = pointForecasts(fit, horizon);
  if (!hasVarianceFormula(fit.model)) return { mean, ...simulatedInterval(fit, horizon, confidence, seed) };
  return normalInterval(mean, forecastVariances(fit, horizon), confidence);
}

const hasVarianceFormula = ({ error, trend, season }: EtsModel): boolean =>
  error === 'A' && trend !== 'M' && season !== 'M';

/** Forecasts without further errors. */
export function pointForecasts(fit: EtsFit, horizon: number): Float64Array {
  const path = continuation(fit, horizon);
  return Float64Array.from({ length: horizon }, (_, h) => {
    const forecast = forecastAt(fit.model, fit.parameters.phi, path, h);
    learnAt(fit.model, fit.parameters, path, h, forecast);
    return forecast;
  });
}

function forecastVariances({ model, parameters, variance }: EtsFit, horizon: number): Float64Array {
  const variances = new Float64Array(horizon);
  let factor = 1;
  for (let h = 0; h < horizon; h++) {
    if (h > 0) factor += effectAfter(h, model, parameters) ** 2;
    variances[h] = variance * factor;
  }
  return variances;
}

/** What one unit of error now adds to the forecast j steps on. */
function effectAfter(j: number, model: EtsModel, { alpha, beta, gamma, phi }: EtsParameters): number {
  const growths = phi === 1 ? j : (phi * (1 - phi ** j)) / (1 - phi);
  const season = model.season !== 'N' && j % model.period === 0 ? gamma : 0;
  return alpha + (model.trend === 'N' ? 0 : beta * growths) + season;
}

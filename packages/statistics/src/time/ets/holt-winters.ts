import { boxCox, boxCoxLambda, inverseBoxCox } from '../box-cox.ts';
import type { Forecast, ForecastOptions } from '../forecast/forecast.ts';
import { type EtsFit, fitEts } from './fit.ts';
import { forecastEts } from './forecast-ets.ts';

export interface HoltWintersOptions {
  period: number;
  season: 'additive' | 'multiplicative';
  /** Damp the trend. */
  damped?: boolean;
  /** A power to transform with, or the likeliest one; without it the values stay as they are. */
  boxCox?: number | 'likeliest';
}

export interface HoltWinters {
  fit: EtsFit;
  /** The power that was used; 1 for none. */
  lambda: number;
}

/**
 * Holt-Winters' seasonal smoothing with an additive trend, least squares of the one-step errors (that is ETS
 * with additive errors), on a Box-Cox scale if asked.
 *
 * @param values n finite values at equal steps, at least two periods; above zero with Box-Cox or a
 *   multiplicative season
 * @throws UnusableSeries where they are not
 *
 * Holt (1957), Winters (1960), Management Science 6.
 */
export function fitHoltWinters(values: Float64Array, options: HoltWintersOptions): HoltWinters {
  const lambda = options.boxCox === 'likeliest' ? boxCoxLambda(values) : options.boxCox;
  const fit = fitEts(lambda === undefined ? values : boxCox(values, lambda), {
    error: 'A',
    trend: 'A',
    damped: options.damped ?? false,
    season: options.season === 'additive' ? 'A' : 'M',
    period: options.period,
  });
  return lambda === undefined ? { fit, lambda: 1 } : { fit, lambda };
}

/** Forecasts on the original scale: medians, and the interval's ends carried back. */
export function forecastHoltWinters({ fit, lambda }: HoltWinters, options: ForecastOptions): Forecast {
  const { mean, lower, upper } = forecastEts(fit, options);
  if (lambda === 1) return { mean, lower, upper };
  return {
    mean: inverseBoxCox(mean, lambda),
    lower: inverseBoxCox(lower, lambda),
    upper: inverseBoxCox(upper, lambda),
  };
}

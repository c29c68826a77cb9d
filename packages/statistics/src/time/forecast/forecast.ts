/** A forecast of the next steps with its interval, in the unit of the series. */
export interface Forecast {
  /** Point forecasts, one a step. */
  mean: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
}

export interface ForecastOptions {
  /** Steps ahead. */
  horizon: number;
  /** Of the prediction interval, 0.95 by default. */
  confidence?: number;
  /** Of the simulation, where an interval has no formula. */
  seed?: number;
}

export { type Accuracy, seasonalNaiveError } from './accuracy.ts';
export {
  type ChooseForecastOptions,
  type ChosenForecast,
  type ComparedMethod,
  chooseForecast,
  compareForecasts,
  type ForecastMethod,
} from './choose-forecast.ts';
export type { Forecast, ForecastOptions } from './forecast.ts';
export { type Forecaster, type RollingOriginOptions, rollingOrigin } from './rolling-origin.ts';
export { forecastSeasonalNaive } from './seasonal-naive.ts';
export { forecastStlEts } from './stl-ets.ts';

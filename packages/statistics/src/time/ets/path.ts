import type { EtsModel, EtsParameters } from './model.ts';

/** States and one-step forecasts along n values. */
export interface EtsPath {
  /** n + 1 levels, the first before the first value. */
  levels: Float64Array;
  /** n + 1 growths. */
  growths: Float64Array;
  /** n + period seasonal states: [t] is what value t is forecast with, [t + period] what it leaves behind. */
  seasons: Float64Array;
  /** n forecasts, each from all values before. */
  fitted: Float64Array;
  /** n errors: value − forecast (A) or that over the forecast (M). */
  errors: Float64Array;
}

export const emptyPath = (n: number, period: number): EtsPath => ({
  levels: new Float64Array(n + 1),
  growths: new Float64Array(n + 1),
  seasons: new Float64Array(n + period),
  fitted: new Float64Array(n),
  errors: new Float64Array(n),
});

function startPath(path: EtsPath, { level, growth, season }: EtsParameters): void {
  path.levels[0] = level;
  path.growths[0] = growth;
  path.seasons.set(season);
}

/**
 * Runs a model over values: fills the path in place. The steps of `forecastAt` and `learnAt` in one loop: a
 * search for parameters comes here some hundred thousand times.
 *
 * Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, chapters 2 and 3; `beta` and
 * `gamma` as there (Holt-Winters' own are beta / alpha and gamma / (1 − alpha)).
 */
export function followEts(
  values: Float64Array,
  model: EtsModel,
  parameters: EtsParameters,
  path: EtsPath,
): void {
  startPath(path, parameters);
  const { levels, growths, seasons, fitted, errors } = path;
  const { alpha, beta, gamma, phi } = parameters;
  const { error: errorKind, trend: trendKind, season: seasonKind, period } = model;
  let level = levels[0] ?? 0;
  let growth = growths[0] ?? 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t] ?? 0;
    const season = seasons[t] ?? 0;
    const damped = dampedGrowth(model, phi, growth);
    const trend = trendKind === 'N' ? level : trendKind === 'A' ? level + damped : level * damped;
    const forecast = seasonKind === 'N' ? trend : seasonKind === 'A' ? trend + season : trend * season;
    fitted[t] = forecast;
    errors[t] = errorKind === 'A' ? value - forecast : (value - forecast) / forecast;
    const adjusted = seasonKind === 'N' ? value : seasonKind === 'A' ? value - season : value / season;
    const before = level;
    level = trend + alpha * (adjusted - trend);
    levels[t + 1] = level;
    if (trendKind !== 'N') {
      const seen = trendKind === 'A' ? level - before : level / before;
      growth = damped + (beta / alpha) * (seen - damped);
      growths[t + 1] = growth;
    }
    if (seasonKind !== 'N') {
      const seen = seasonKind === 'A' ? value - trend : value / trend;
      seasons[t + period] = season + gamma * (seen - season);
    }
  }
}

/** The forecast of step t from the states before it. */
export function forecastAt(model: EtsModel, phi: number, path: EtsPath, t: number): number {
  const trend = trendAt(model, phi, path, t);
  const season = path.seasons[t] ?? 0;
  return model.season === 'N' ? trend : model.season === 'A' ? trend + season : trend * season;
}

/** Moves the states past step t, where `value` was seen. */
export function learnAt(
  model: EtsModel,
  { alpha, beta, gamma, phi }: EtsParameters,
  path: EtsPath,
  t: number,
  value: number,
): void {
  const season = path.seasons[t] ?? 0;
  const trend = trendAt(model, phi, path, t);
  const adjusted = model.season === 'N' ? value : model.season === 'A' ? value - season : value / season;
  const level = trend + alpha * (adjusted - trend);
  path.levels[t + 1] = level;
  if (model.trend !== 'N') {
    const before = path.levels[t] ?? 0;
    const growth = dampedGrowth(model, phi, path.growths[t] ?? 0);
    const seen = model.trend === 'A' ? level - before : level / before;
    path.growths[t + 1] = growth + (beta / alpha) * (seen - growth);
  }
  if (model.season !== 'N') {
    const seen = model.season === 'A' ? value - trend : value / trend;
    path.seasons[t + model.period] = season + gamma * (seen - season);
  }
}

function trendAt(model: EtsModel, phi: number, path: EtsPath, t: number): number {
  const level = path.levels[t] ?? 0;
  if (model.trend === 'N') return level;
  const growth = dampedGrowth(model, phi, path.growths[t] ?? 0);
  return model.trend === 'A' ? level + growth : level * growth;
}

const dampedGrowth = ({ trend }: EtsModel, phi: number, growth: number): number =>
  trend === 'A' ? phi * growth : phi === 1 ? growth : growth ** phi;

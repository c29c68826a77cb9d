import {
  bridge,
  chooseForecast,
  type ForecastMethod,
  mstl,
  seasonalTrend,
  stl,
} from '@hotline-atlas/statistics';

/** One series at equal steps. */
export interface TrendInput {
  /** NaN where left out or missing; first and last are there. */
  values: Float64Array;
  /** Seasons in steps, shortest first; those too long for the series are passed over. */
  periods: number[];
  /** Season of the forecast in steps. */
  forecastPeriod: number;
  horizon: number;
  /** Steps a forecast looks back at the most: what is longer ago costs time and tells little. */
  memory: number;
}

/** A forecast with its intervals, and the ways that were compared. */
interface ForecastJudged {
  mean: Float64Array;
  intervals: { level: number; lower: Float64Array; upper: Float64Array }[];
  method: ForecastMethod;
  model: string | null;
  compared: { method: ForecastMethod; mae: number; mase: number; n: number }[];
  origins: number;
}

/** Shapes steps. */
export interface TrendJudged {
  used: Float64Array;
  bridged: Uint8Array;
  /** Null where the series is too short to be taken apart. */
  parts: {
    trend: Float64Array;
    seasonals: Float64Array[];
    periods: number[];
    remainder: Float64Array;
  } | null;
  change: { z: number; p: number; slope: number } | null;
  forecast: ForecastJudged | null;
  milliseconds: number;
}

const fewest = 5;
const origins = 6;
const levels = [0.8, 0.95] as const;

type Parts = TrendJudged['parts'];

/** Seasons a series is long enough for: more than two of each. */
const knownPeriods = (periods: readonly number[], length: number): number[] =>
  periods.filter((period) => length > 2 * period);

function partsOf(values: Float64Array, periods: readonly number[]): Parts {
  const known = knownPeriods(periods, values.length);
  const [only] = known;
  if (only === undefined) return null;
  if (known.length > 1) {
    const { seasonals, trend, remainder } = mstl(values, { periods: known });
    return { seasonals, trend, remainder, periods: known };
  }
  const { seasonal, trend, remainder } = stl(values, { period: only, seasonalWindow: 11, robust: true });
  return { seasonals: [seasonal], trend, remainder, periods: known };
}

/** Days of a year are compared with the same weekday of other years, 52 weeks apart. */
const comparedAt = (season: number): number => (season === 365 ? 364 : season);

/**
 * The trend of values that are there; null where they hold no two seasons, so that a season would pass for a
 * trend.
 */
function changeOf(values: Float64Array, periods: readonly number[]): TrendJudged['change'] {
  const season = knownPeriods(periods, values.length).at(-1);
  if (season === undefined || values.length < fewest) return null;
  const { z, p, slope } = seasonalTrend(values, comparedAt(season));
  return { z, p, slope };
}

/** Fewer real steps, as a share of all, tell nothing: what is bridged would be judged. */
const fewestReal = 0.6;

/** Whether enough of a series is there, and of its latest part, which a forecast looks at. */
export function isMostlyReal({ values, memory }: Pick<TrendInput, 'values' | 'memory'>): boolean {
  const isEnough = (part: Float64Array) =>
    part.filter((value) => !Number.isNaN(value)).length >= fewestReal * part.length;
  return isEnough(values) && isEnough(values.slice(-memory));
}

function forecastOf(values: Float64Array, period: number, horizon: number): ForecastJudged | null {
  if (horizon === 0 || values.length < fewest) return null;
  const wide = chooseForecast(values, { period, horizon, confidence: levels[1], origins });
  const narrow = wide.at(levels[0]);
  return {
    mean: wide.mean,
    intervals: [
      { level: levels[0], lower: narrow.lower, upper: narrow.upper },
      { level: levels[1], lower: wide.lower, upper: wide.upper },
    ],
    method: wide.method,
    model: wide.model ?? null,
    compared: wide.compared,
    origins,
  };
}

/**
 * Takes a series apart and forecasts it, gaps bridged first; its trend is tested on the values that are
 * there.
 */
export function judgeTrend({ values, periods, forecastPeriod, horizon, memory }: TrendInput): TrendJudged {
  const began = performance.now();
  const season = knownPeriods(periods, values.length).at(-1) ?? 1;
  const { values: used, bridged } = bridge(values, season);
  const parts = partsOf(used, periods);
  return {
    used,
    bridged,
    parts,
    change: changeOf(values, periods),
    forecast: forecastOf(used.slice(-memory), forecastPeriod, horizon),
    milliseconds: performance.now() - began,
  };
}

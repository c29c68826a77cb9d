import {
  bridge,
  chooseForecast,
  type ForecastMethod,
  hamedRao,
  mstl,
  senSlope,
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
export interface ForecastJudged {
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

function changeOf(values: Float64Array, parts: Parts): TrendJudged['change'] {
  if (values.length < fewest) return null;
  const adjusted = values.map((value, step) =>
    (parts?.seasonals ?? []).reduce((rest, seasonal) => rest - (seasonal[step] ?? 0), value),
  );
  const { z, p } = hamedRao(adjusted, 0.05, 3);
  return { z, p, slope: senSlope(adjusted).slope };
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

/** Takes a series apart, tests its trend and forecasts it; gaps are bridged first. */
export function judgeTrend({ values, periods, forecastPeriod, horizon, memory }: TrendInput): TrendJudged {
  const began = performance.now();
  const season = knownPeriods(periods, values.length).at(-1) ?? 1;
  const { values: used, bridged } = bridge(values, season);
  const parts = partsOf(used, periods);
  return {
    used,
    bridged,
    parts,
    change: changeOf(used, parts),
    forecast: forecastOf(used.slice(-memory), forecastPeriod, horizon),
    milliseconds: performance.now() - began,
  };
}

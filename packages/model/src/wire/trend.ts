import { z } from 'zod';
import { stepStates, trendGrains } from '../judgement/trend.ts';
import { metricNames, units } from '../metrics.ts';
import { judged, judgementMeta } from './judgement.ts';
import { bilingual, day, numbers, period, unknown, unknowns } from './parts.ts';

const trendSeries = z.object({
  start: z.array(day),
  value: unknowns,
  numerator: unknowns,
  denominator: unknowns,
  state: z.array(z.enum(stepStates)),
  used: unknowns.meta({ description: 'what was taken apart: values, bridged where left out or missing' }),
  /** used = trend + seasonal + remainder; null where the series is too short. */
  trend: unknowns,
  seasonal: unknowns,
  remainder: unknowns,
  /** The remainder lies beyond three robust standard deviations. */
  unusual: z.array(z.boolean()),
});

/** The period is in steps, the strength 0 to 1. */
const season = z.object({
  period: z.number().int(),
  label: bilingual,
  strength: z.number(),
  values: unknowns,
});

/** A way to forecast, and how it did from past origins. */
const forecastCandidate = z.object({
  name: z.string(),
  label: bilingual,
  mean_absolute_error: unknown,
  mean_absolute_scaled_error: unknown,
  origins: z.number().int(),
  chosen: z.boolean(),
});

const trendForecast = z.object({
  start: z.array(day),
  mean: numbers,
  intervals: z.array(z.object({ level: z.number(), lower: numbers, upper: numbers })),
  model: z.string(),
  candidates: z.array(forecastCandidate),
});

/** The latest complete steps against the same a year before, on days that have a comparable counterpart. */
const yearOnYear = z.object({
  period,
  compared_period: period,
  days: z.number().int(),
  value: unknown,
  before: unknown,
  change_share: unknown,
  value_numerator: unknown,
  value_denominator: unknown,
  before_numerator: unknown,
  before_denominator: unknown,
  left_out: z.array(period.extend({ reason: bilingual })),
});
export type YearOnYear = z.infer<typeof yearOnYear>;

const trendMark = period.extend({ kind: z.enum(['holiday', 'regime', 'annotation']), label: bilingual });
export type TrendMark = z.infer<typeof trendMark>;

/** `GET /api/trend`. */
export const trend = z.object({
  meta: judgementMeta.extend({
    metric: z.enum(metricNames),
    unit: z.enum(units),
    grain: z.enum(trendGrains),
  }),
  series: trendSeries.meta({ description: 'columns of equal length, one entry a step' }),
  seasons: z.array(season),
  trend_strength: unknown,
  change: z.object({ mann_kendall_z: z.number(), p: z.number(), slope_per_year: z.number() }).nullable(),
  forecast: trendForecast.nullable(),
  year_on_year: yearOnYear.nullable(),
  marks: z.array(trendMark),
  ...judged,
});
export type Trend = z.infer<typeof trend>;

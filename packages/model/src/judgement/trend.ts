import type { MetricName, Unit } from '../metrics.ts';
import type { LocalDate, Period } from '../time.ts';
import type { Bilingual, JudgementMeta, Method, Notice } from './method.ts';

export const trendGrains = ['month', 'week', 'day'] as const;
export type TrendGrain = (typeof trendGrains)[number];
export const regimeTreatments = ['bridge', 'keep'] as const;
export type RegimeTreatment = (typeof regimeTreatments)[number];

/** left_out: in a regime; missing: some of its days are in a gap; incomplete: its days have not all passed, or begin before the period. */
export type StepState = 'complete' | 'left_out' | 'missing' | 'too_few' | 'incomplete';

/** Columns of equal length, one entry a step. */
export interface TrendSeries {
  start: LocalDate[];
  value: (number | null)[];
  numerator: (number | null)[];
  denominator: (number | null)[];
  state: StepState[];
  /** What was taken apart: values, bridged where left out or missing. */
  used: (number | null)[];
  /** used = trend + seasonal + remainder; null where the series is too short. */
  trend: (number | null)[];
  seasonal: (number | null)[];
  remainder: (number | null)[];
  /** The remainder lies beyond three robust standard deviations. */
  unusual: boolean[];
}

export interface Season {
  /** Steps. */
  period: number;
  label: Bilingual;
  /** 0 to 1. */
  strength: number;
  values: (number | null)[];
}

/** A way to forecast, and how it did from past origins. */
export interface ForecastCandidate {
  name: string;
  label: Bilingual;
  mean_absolute_error: number | null;
  mean_absolute_scaled_error: number | null;
  origins: number;
  chosen: boolean;
}

export interface TrendForecast {
  start: LocalDate[];
  mean: number[];
  intervals: { level: number; lower: number[]; upper: number[] }[];
  model: string;
  candidates: ForecastCandidate[];
}

/** The latest complete steps against the same a year before, on comparable days. */
export interface YearOnYear {
  period: Period;
  compared_period: Period;
  /** Days that have a comparable counterpart. */
  days: number;
  value: number | null;
  before: number | null;
  change_share: number | null;
  value_numerator: number | null;
  value_denominator: number | null;
  before_numerator: number | null;
  before_denominator: number | null;
  left_out: (Period & { reason: Bilingual })[];
}

export interface TrendMark extends Period {
  kind: 'holiday' | 'regime' | 'annotation';
  label: Bilingual;
}

/** `GET /api/trend`. */
export interface Trend {
  meta: JudgementMeta & { metric: MetricName; unit: Unit; grain: TrendGrain };
  series: TrendSeries;
  seasons: Season[];
  trend_strength: number | null;
  change: { mann_kendall_z: number; p: number; slope_per_year: number } | null;
  forecast: TrendForecast | null;
  year_on_year: YearOnYear | null;
  marks: TrendMark[];
  method: Method;
  notice: Notice | null;
}

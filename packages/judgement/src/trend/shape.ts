import { type Bilingual, metricOf, shift, type Trend, type TrendGrain } from '@hotline-atlas/model';
import { probability, rounded } from '../answer/numbers.ts';
import type { TrendJudged } from './judge.ts';
import { forecastLabels } from './method.ts';
import { isTooFew, observedAt, type Sums } from './observed.ts';
import type { TrendQuestion } from './request.ts';
import { strengthOf, unusualSteps } from './strength.ts';
import type { TimeLine } from './time-line.ts';

/** A series with its judgement, which begins `offset` steps into it. */
export interface Judged {
  question: TrendQuestion;
  line: TimeLine;
  sums: Sums;
  judged: TrendJudged | null;
  offset: number;
}

const decimals = ({ question }: Judged): number => (metricOf(question.metric).unit === 'share' ? 6 : 2);

/** Values of the judged steps put in their places among all steps; null elsewhere. */
function placed(values: Float64Array | undefined, whole: Judged): (number | null)[] {
  const { line, offset } = whole;
  return line.starts.map((_, step) => rounded(values?.[step - offset], decimals(whole)));
}

const summed = (parts: readonly Float64Array[]): Float64Array | undefined =>
  parts[0]?.map((_, step) => parts.reduce((sum, part) => sum + (part[step] ?? 0), 0));

/** The columns of the series. */
export function seriesOf(whole: Judged): Trend['series'] {
  const { line, sums, judged, offset } = whole;
  const shown = line.days.map((day, step) =>
    ['complete', 'incomplete'].includes(line.states[step] ?? '')
      ? observedAt(sums, [day])
      : { value: null, numerator: null, denominator: null },
  );
  const parts = judged?.parts;
  const unusual = judged && parts ? unusualSteps(parts.remainder, judged.bridged) : [];
  return {
    start: line.starts,
    value: shown.map(({ value }) => rounded(value ?? undefined, decimals(whole))),
    numerator: shown.map(({ numerator }) => numerator),
    denominator: shown.map(({ denominator }) => denominator),
    state: line.states.map((state, step) => {
      const observed = shown[step];
      if (state !== 'complete' || !observed) return state;
      if (isTooFew(observed)) return 'too_few';
      return observed.value === null ? 'missing' : state;
    }),
    used: placed(judged?.used, whole),
    trend: placed(parts?.trend, whole),
    seasonal: placed(parts ? summed(parts.seasonals) : undefined, whole),
    remainder: placed(parts?.remainder, whole),
    unusual: line.starts.map((_, step) => unusual[step - offset] ?? false),
  };
}

const seasonLabels: Record<number, Bilingual> = {
  7: { en: 'Week', zh: '周' },
  12: { en: 'Year', zh: '年' },
  52: { en: 'Year', zh: '年' },
  365: { en: 'Year', zh: '年' },
};

/** The seasons one by one. */
export const seasonsOf = (whole: Judged): Trend['seasons'] => {
  const parts = whole.judged?.parts;
  if (!parts) return [];
  return parts.seasonals.map((seasonal, index) => {
    const period = parts.periods[index] ?? 0;
    return {
      period,
      label: seasonLabels[period] ?? { en: `${period} steps`, zh: `${period}期` },
      strength: rounded(strengthOf(seasonal, parts.remainder)) ?? 0,
      values: placed(seasonal, whole),
    };
  });
};

export const trendStrengthOf = ({ judged }: Judged): number | null =>
  judged?.parts ? rounded(strengthOf(judged.parts.trend, judged.parts.remainder)) : null;

const stepsInYear: Record<TrendGrain, number> = { month: 12, week: 365.25 / 7, day: 365.25 };

/** Mann-Kendall and Sen's slope of the series without its seasons. */
export const changeOf = (whole: Judged): Trend['change'] => {
  const change = whole.judged?.change;
  if (!change) return null;
  return {
    mann_kendall_z: rounded(change.z) ?? 0,
    p: probability(change.p) ?? 1,
    slope_per_year: rounded(change.slope * stepsInYear[whole.question.grain], decimals(whole)) ?? 0,
  };
};

/** Counts are never below 0, shares never beyond 0 and 1. */
function bounded(values: Float64Array, whole: Judged): number[] {
  const most = metricOf(whole.question.metric).unit === 'share' ? 1 : Number.POSITIVE_INFINITY;
  return Array.from(values, (value) => rounded(Math.min(most, Math.max(0, value)), decimals(whole)) ?? 0);
}

/** The forecast from the step after the last complete one. */
export function forecastOf(whole: Judged): Trend['forecast'] {
  const { question, line, judged, offset } = whole;
  const forecast = judged?.forecast;
  if (!judged || !forecast) return null;
  const last = line.starts[offset + judged.used.length - 1] ?? '';
  return {
    start: Array.from(forecast.mean, (_, step) => shift(last, question.grain, step + 1)),
    mean: bounded(forecast.mean, whole),
    intervals: forecast.intervals.map(({ level, lower, upper }) => ({
      level,
      lower: bounded(lower, whole),
      upper: bounded(upper, whole),
    })),
    model: forecast.model ?? forecast.method,
    candidates: forecast.compared.map(({ method, mae, mase }) => ({
      name: method,
      label: forecastLabels[method],
      mean_absolute_error: rounded(mae, decimals(whole)),
      mean_absolute_scaled_error: rounded(mase, 4),
      origins: forecast.origins,
      chosen: method === forecast.method,
    })),
  };
}

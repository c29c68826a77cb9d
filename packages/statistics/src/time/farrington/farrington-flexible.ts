import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { type Alarm, type EnoughCases, fiveInFourWeeks, hasEnoughCases, judge } from './alarm.ts';
import type { CountData } from './count-data.ts';
import { countsAt } from './counts.ts';
import { type Expectation, expectation } from './expectation.ts';
import type { FarringtonHistory } from './history.ts';
import { predictiveThreshold } from './recent-mean.ts';
import { countThreshold, type PowerTransformation, powerThreshold, type Threshold } from './threshold.ts';

export interface FarringtonFlexibleOptions {
  /** One-sided level of the threshold: 0.01 by default. */
  alpha?: number;
  /** Anscombe residuals above which past counts weigh less: 2.58 by default, Infinity for none. */
  reweightAbove?: number;
  /**
   * p below which a trend is kept: 0.05 by default; 1 keeps every trend that does not lead beyond what was
   * seen.
   */
  trendThreshold?: number;
  enoughCases?: EnoughCases;
  /** Quantiles of a negative binomial distribution (the default), or normal limits on a power's scale. */
  threshold?: 'negative-binomial' | PowerTransformation;
}

/**
 * The improved Farrington alarm: all weeks of the past years with a seasonal factor, the last half year left
 * out, only great outliers weighed down.
 *
 * @param counts counts at equal steps, NaN where one is missing or left out (a regime)
 * @param history `farringtonHistory` with its defaults, made once for all series of a date
 * @throws UnusableSeries with negative or infinite counts, without a newest count, or with fewer than two
 *   past ones
 *
 * Noufaily, Enki, Farrington, Garthwaite, Andrews & Charlett (2013), An improved algorithm for outbreak
 * detection in multiple surveillance systems, Statistics in Medicine 32, 1206–1222; thresholds as `nbPlugin`
 * and `delta` in R's surveillance (whose exceedance score for `nbPlugin` takes the logarithm of the
 * expectation for the expectation; ours does not). Where the season of the date never had a case, the season
 * is left out; where there never was one, the threshold is that of `recentMeanAlarm`.
 */
export function farringtonFlexibleAlarm(
  counts: Float64Array,
  history: FarringtonHistory,
  options: FarringtonFlexibleOptions = {},
): Alarm {
  const data = countsAt(counts, history);
  const observed = counts[history.current] ?? 0;
  const cases = casesOf(data);
  const seasonal = history.groupCount > 1 && cases.now > 0;
  const expected = expectation(seasonal ? data : withoutSeason(data), {
    reweightAbove: options.reweightAbove ?? 2.58,
    trendThreshold: options.trendThreshold ?? 0.05,
    years: history.years,
  });
  const { lower, upper, p, pBelow } =
    cases.all > 0
      ? limits(expected, observed, options)
      : predictiveThreshold(data.counts, observed, options.alpha ?? 0.01);
  const enough = hasEnoughCases(counts, history.current, options.enoughCases ?? fiveInFourWeeks);
  return {
    ...judge(observed, expected.mean, upper, enough),
    lower,
    p,
    pBelow,
    dispersion: expected.dispersion,
    trend: expected.trend,
    seasonal,
    n: data.counts.length,
  };
}

function limits(
  expected: Expectation,
  observed: number,
  { alpha = 0.01, threshold = 'negative-binomial' }: FarringtonFlexibleOptions,
): Threshold {
  if (threshold === 'negative-binomial') return countThreshold(expected, observed, alpha);
  return powerThreshold(expected, observed, threshold, normalQuantile(1 - alpha, 0, 1));
}

function casesOf({ counts, groups }: CountData): { all: number; now: number } {
  let all = 0;
  let now = 0;
  for (let i = 0; i < counts.length; i++) {
    all += counts[i] ?? 0;
    if (groups[i] === 0) now += counts[i] ?? 0;
  }
  return { all, now };
}

const withoutSeason = (data: CountData): CountData => ({
  ...data,
  groups: new Uint8Array(data.counts.length),
  groupCount: 1,
});

import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { type Alarm, type EnoughCases, fiveInFourWeeks, hasEnoughCases, judge } from './alarm.ts';
import { countsAt } from './counts.ts';
import { expectation } from './expectation.ts';
import type { FarringtonHistory } from './history.ts';
import { type PowerTransformation, powerThreshold } from './threshold.ts';

export interface FarringtonOptions {
  /** Level of the two-sided interval whose upper end is the threshold: 0.01 by default. */
  alpha?: number;
  /** Let past outbreaks count less, true by default. */
  reweight?: boolean;
  /** Let a trend in where it is significant, true by default. */
  trend?: boolean;
  enoughCases?: EnoughCases;
  power?: PowerTransformation;
}

/**
 * Farrington's original alarm: is the newest count more than the same weeks of past years let expect?
 *
 * @param counts counts at equal steps, NaN where one is missing or left out
 * @param history `farringtonHistory` with `seasons: 1, leftOut: 0`, made once for all series of a date
 * @throws UnusableSeries with negative or infinite counts, without a newest count, or with fewer than two
 *   past ones
 *
 * Farrington, Andrews, Beale & Catchpole (1996), A statistical algorithm for the early detection of outbreaks
 * of infectious disease, JRSS A 159, 547–563. Nothing but zeros in the past: nothing is expected, the
 * threshold is 0 and p that of a first case.
 */
export function farringtonAlarm(
  counts: Float64Array,
  history: FarringtonHistory,
  options: FarringtonOptions = {},
): Alarm {
  const { alpha = 0.01, reweight = true, trend = true, power = '2/3' } = options;
  const data = countsAt(counts, history);
  const observed = counts[history.current] ?? 0;
  const expected = expectation(data, {
    reweightAbove: reweight ? 1 : undefined,
    trendThreshold: trend ? 0.05 : 0,
    years: history.years,
  });
  const z = normalQuantile(1 - alpha / 2, 0, 1);
  const { lower, upper, p, pBelow } =
    expected.mean > 0
      ? powerThreshold(expected, observed, power, z)
      : { lower: 0, upper: 0, p: observed > 0 ? 1 / (data.counts.length + 1) : 1, pBelow: 1 };
  const enough = hasEnoughCases(counts, history.current, options.enoughCases ?? fiveInFourWeeks);
  return {
    ...judge(observed, expected.mean, upper, enough),
    lower,
    p,
    pBelow,
    dispersion: expected.dispersion,
    trend: expected.trend,
    seasonal: false,
    n: data.counts.length,
  };
}

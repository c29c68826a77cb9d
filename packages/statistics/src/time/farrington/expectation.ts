import tCdf from '@stdlib/stats-base-dists-t-cdf';
import type { CountData } from './count-data.ts';
import { fitQuasiPoisson, type QuasiPoissonFit } from './quasi-poisson.ts';
import { anscombeResiduals, outbreakWeights } from './reweight.ts';
import type { Prediction } from './threshold.ts';

export interface ExpectationOptions {
  /** Residuals above which past counts weigh less; undefined leaves all weights 1. */
  reweightAbove: number | undefined;
  /** The trend is kept where its p is below this; 0 leaves it out. */
  trendThreshold: number;
  /** Years of history; a trend needs three. */
  years: number;
}

export interface Expectation extends Prediction {
  trend: boolean;
}

/**
 * What the past lets expect now (time 0, group 0), past outbreaks weighed down. A trend is kept where it is
 * significant, three years stand behind it, and it does not lead beyond the greatest count seen.
 *
 * Farrington et al. (1996), 3.3 and 3.6; Noufaily et al. (2013).
 */
export function expectation(data: CountData, options: ExpectationOptions): Expectation {
  if (options.trendThreshold > 0 && options.years >= 3) {
    const fit = reweightedFit(data, true, options.reweightAbove);
    if (fit.trend && slopeP(fit) < options.trendThreshold && (fit.means[0] ?? 0) <= greatest(data.counts))
      return predict(fit);
  }
  return predict(reweightedFit(data, false, options.reweightAbove));
}

function reweightedFit(
  data: CountData,
  withTrend: boolean,
  reweightAbove: number | undefined,
): QuasiPoissonFit {
  const even = new Float64Array(data.counts.length).fill(1);
  const first = fitQuasiPoisson(data, even, withTrend);
  if (reweightAbove === undefined || !(withTrend === first.trend)) return first;
  const residuals = anscombeResiduals(data.counts, first, Math.max(first.dispersion, 1));
  return fitQuasiPoisson(data, outbreakWeights(residuals, reweightAbove), withTrend);
}

/** Two-sided, by Student's t as for an estimated dispersion; a threshold of 1 keeps every trend. */
function slopeP({ slope, dispersion, slopeInformation, degreesOfFreedom }: QuasiPoissonFit): number {
  if (degreesOfFreedom < 1) return 1;
  const error = Math.sqrt(Math.max(dispersion, Number.MIN_VALUE) / slopeInformation);
  return Math.min(1 - Number.EPSILON, 2 * tCdf(-Math.abs(slope) / error, degreesOfFreedom));
}

function predict(fit: QuasiPoissonFit): Expectation {
  const mean = fit.means[0] ?? 0;
  const dispersion = Math.max(fit.dispersion, 1);
  const distance = fit.groupTimes[0] ?? 0;
  const tilt = fit.trend ? (distance * distance) / fit.slopeInformation : 0;
  const variance = dispersion * (1 / (fit.groupCases[0] || Number.POSITIVE_INFINITY) + tilt);
  return { mean, standardError: mean * Math.sqrt(variance), dispersion, trend: fit.trend };
}

const greatest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, value), 0);

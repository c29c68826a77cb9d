import type { CountData } from './count-data.ts';
import {
  emptyMoments,
  fillMoments,
  type GroupMoments,
  information,
  likeliestSlope,
  meanTime,
} from './profile-slope.ts';

export interface QuasiPoissonFit {
  /** Change of the logarithm of the mean a step; 0 without a trend. */
  slope: number;
  trend: boolean;
  /** Means at time 0, one a group; 0 in a group without cases. */
  means: Float64Array;
  fitted: Float64Array;
  /** Leverages. */
  hat: Float64Array;
  /** Pearson's estimate, not bounded. */
  dispersion: number;
  degreesOfFreedom: number;
  /** Information about the slope: its variance is dispersion / information. */
  slopeInformation: number;
  /** Weighted cases a group: the information about its level. */
  groupCases: Float64Array;
  /** Mean time of a group's cases. */
  groupTimes: Float64Array;
}

/**
 * Quasi-Poisson regression: log mean = level of the group + slope · time.
 *
 * @param weights n prior weights
 * @returns the maximum of the likelihood. A slope that runs off to infinity, or that nothing tells of, is
 *   left out (`trend` false)
 *
 * With a logarithmic link the group levels have a closed form for any slope, so that one concave function of
 * the slope is left, and Newton's steps on it lead where iteratively reweighted least squares on all
 * coefficients lead (McCullagh & Nelder 1989, 6.2 and 9).
 */
export function fitQuasiPoisson(data: CountData, weights: Float64Array, withTrend: boolean): QuasiPoissonFit {
  const moments = emptyMoments(data, weights);
  const slope = withTrend ? likeliestSlope(data, weights, moments) : undefined;
  fillMoments(moments, data, weights, slope ?? 0);
  return completeFit(data, weights, moments, slope);
}

function completeFit(
  { counts, times, groups, groupCount }: CountData,
  weights: Float64Array,
  moments: GroupMoments,
  slope: number | undefined,
): QuasiPoissonFit {
  const trend = slope !== undefined;
  const slopeInformation = trend ? information(moments) : 0;
  const means = moments.cases.map((cases, group) => (cases > 0 ? cases / (moments.mass[group] ?? 1) : 0));
  const groupTimes = moments.cases.map((_, group) => meanTime(moments, group));
  const fitted = new Float64Array(counts.length);
  const hat = new Float64Array(counts.length);
  let pearson = 0;
  for (let i = 0; i < counts.length; i++) {
    const group = groups[i] ?? 0;
    const mean = (means[group] ?? 0) * (trend ? Math.exp(slope * (times[i] ?? 0)) : 1);
    fitted[i] = mean;
    if (mean === 0) continue;
    const distance = (times[i] ?? 0) - (groupTimes[group] ?? 0);
    const tilt = slopeInformation > 0 ? (distance * distance) / slopeInformation : 0;
    hat[i] = (weights[i] ?? 0) * mean * (1 / (moments.cases[group] ?? 1) + tilt);
    pearson += ((weights[i] ?? 0) * ((counts[i] ?? 0) - mean) ** 2) / mean;
  }
  const present = moments.mass.reduce((count, mass) => count + (mass > 0 ? 1 : 0), 0);
  const degreesOfFreedom = counts.length - Math.min(present, groupCount) - (trend ? 1 : 0);
  return {
    slope: slope ?? 0,
    trend,
    means,
    fitted,
    hat,
    dispersion: degreesOfFreedom > 0 ? pearson / degreesOfFreedom : 1,
    degreesOfFreedom,
    slopeInformation,
    groupCases: moments.cases,
    groupTimes,
  };
}

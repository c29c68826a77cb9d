import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { negativeBinomialTails } from '../distributions/index.ts';

/** Residuals beyond are cut off: one monstrous count must not be the variance of everything. */
export const farthestResidual = 8;

/** Above, the incomplete beta and gamma functions take the place of a sum. */
const longestSum = 200;

/** Probabilities of fewer than `count` and of `count` or fewer, summed up from zero. */
function summed(count: number, mean: number, dispersion: number): [number, number] {
  let probability = dispersion > 0 ? (1 + dispersion * mean) ** (-1 / dispersion) : Math.exp(-mean);
  let below = 0;
  for (let value = 0; value < count; value++) {
    below += probability;
    probability *= (mean * (1 + dispersion * value)) / ((value + 1) * (1 + dispersion * mean));
  }
  return [below, below + probability];
}

/**
 * The score at a point of the stretch of probability a large count covers, from whichever tail is the
 * smaller.
 */
function ofLargeCount(count: number, mean: number, dispersion: number, uniform: number): number {
  const below = negativeBinomialTails(count - 1, mean, 1 + dispersion * mean);
  const upTo = negativeBinomialTails(count, mean, 1 + dispersion * mean);
  return below.lower < 0.5
    ? normalQuantile(below.lower + uniform * (upTo.lower - below.lower), 0, 1)
    : -normalQuantile(upTo.upper + (1 - uniform) * (below.upper - upTo.upper), 0, 1);
}

function ofSmallCount(count: number, mean: number, dispersion: number, uniform: number): number {
  const [below, upTo] = summed(count, mean, dispersion);
  return normalQuantile(Math.min(1, below + uniform * (upTo - below)), 0, 1);
}

const startsAtNothing = (mean: number, dispersion: number): boolean =>
  (dispersion > 0 ? Math.log1p(dispersion * mean) / dispersion : mean) > 600;

/**
 * The place of a count in its negative binomial distribution, as a standard normal score: exactly N(0, 1)
 * where the expectation and dispersion are right, however small or skewed the counts are. Counts are
 * discrete, so the score is drawn from the stretch of probability the count covers.
 *
 * Dunn, P. K. & Smyth, G. K. (1996), Randomized quantile residuals, J. Comput. Graph. Stat. 5, 236-244.
 *
 * @param mean above 0
 * @param dispersion φ of the variance E + φE²; 0 for Poisson
 * @param uniform in (0, 1): which point of the stretch
 * @returns −8 … 8
 */
export function quantileResidual(count: number, mean: number, dispersion: number, uniform: number): number {
  const direct = count <= longestSum && !startsAtNothing(mean, dispersion);
  const score = (direct ? ofSmallCount : ofLargeCount)(count, mean, dispersion, uniform);
  return Math.max(-farthestResidual, Math.min(farthestResidual, score));
}

/**
 * {@link quantileResidual} of many counts.
 *
 * @param counts shape n
 * @param expected shape n; where it is not above 0 nothing can be said: NaN
 * @param uniform shape n
 * @returns shape n
 */
export const quantileResiduals = (
  counts: Float64Array,
  expected: Float64Array,
  dispersion: number,
  uniform: Float64Array,
): Float64Array =>
  counts.map((count, index) => {
    const mean = expected[index] ?? 0;
    return mean > 0 ? quantileResidual(count, mean, dispersion, uniform[index] ?? 0.5) : Number.NaN;
  });

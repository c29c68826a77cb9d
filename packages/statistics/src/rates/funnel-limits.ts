import { binomialQuantile, binomialTails, poissonQuantile, poissonTails } from '../distributions/index.ts';
import type { RateIntervals } from './empirical-bayes.ts';

/** A count between the two whole numbers about a probability, so that limits run smoothly with the size. */
function interpolated(count: number, probability: number, cdf: (count: number) => number): number {
  const [upTo, before] = [cdf(count), count > 0 ? cdf(count - 1) : 0];
  return Math.max(0, count - (upTo - probability) / (upTo - before));
}

const bound = (sizes: Float64Array, countAt: (size: number) => number, least: number): Float64Array =>
  sizes.map((size) => (size > 0 ? Math.max(least, countAt(size) / size) : Number.NaN));

function checkTarget(target: number, most: number): void {
  if (!(target > 0 && target < most))
    throw new RangeError(
      `A funnel needs a target above 0${most === 1 ? ' and below 1' : ''}; got ${target}.`,
    );
}

/**
 * Limits of a funnel plot for shares: where a unit of this many cases lies by chance alone if its true share
 * is the target. Exact binomial limits, interpolated. A unit without cases has no limits (NaN).
 *
 * Spiegelhalter, D. J. (2005), Statistics in Medicine 24, 1185-1202, appendix A.1.
 *
 * @param sizes shape n, cases of each unit
 * @param target share, 0 … 1
 * @param confidence share of units within the limits, usually 0.95 and 0.998
 * @throws RangeError for a target that leaves no room for chance
 */
export function shareFunnelLimits(sizes: Float64Array, target: number, confidence = 0.95): RateIntervals {
  checkTarget(target, 1);
  const countAt = (probability: number) => (size: number) => {
    const count = binomialQuantile(probability, Math.round(size), target);
    return interpolated(count, probability, (upTo) => binomialTails(upTo, Math.round(size), target).lower);
  };
  return {
    lower: bound(sizes, countAt((1 - confidence) / 2), 0),
    upper: bound(sizes, countAt((1 + confidence) / 2), 0).map((share) => Math.min(1, share)),
  };
}

/**
 * Limits of a funnel plot for rates: where a unit with this exposure lies by chance alone if its true rate is
 * the target. Exact Poisson limits, interpolated. A unit without exposure has no limits (NaN).
 *
 * Spiegelhalter, D. J. (2005), Statistics in Medicine 24, 1185-1202, appendix A.1.
 *
 * @param exposures shape n, people or hours of each unit
 * @param target events per unit of exposure, > 0
 * @param confidence share of units within the limits, usually 0.95 and 0.998
 * @throws RangeError for a target that is not above 0
 */
export function rateFunnelLimits(exposures: Float64Array, target: number, confidence = 0.95): RateIntervals {
  checkTarget(target, Number.POSITIVE_INFINITY);
  const countAt = (probability: number) => (exposure: number) => {
    const mean = exposure * target;
    return interpolated(
      poissonQuantile(probability, mean),
      probability,
      (upTo) => poissonTails(upTo, mean).lower,
    );
  };
  return {
    lower: bound(exposures, countAt((1 - confidence) / 2), 0),
    upper: bound(exposures, countAt((1 + confidence) / 2), 0),
  };
}

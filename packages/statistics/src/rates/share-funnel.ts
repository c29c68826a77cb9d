import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { RateIntervals } from './empirical-bayes.ts';
import { angleError, angleOfShare, shareOfAngle } from './share-angles.ts';

/** The share counted whose angle is this one: undoes what `shareAngles` adds to small numbers. */
const countedShare = (angle: number, size: number): number =>
  Math.min(1, Math.max(0, (shareOfAngle(angle) * (size + 0.75) - 0.375) / size));

/**
 * Limits of a funnel plot for shares whose units differ beyond chance: where a unit of this many cases lies
 * if units differ as usual. Without variance between units they are nearly those of `shareFunnelLimits`.
 *
 * Spiegelhalter, D. J. (2005), Statistics in Medicine 24, 1185-1202.
 *
 * @param sizes shape n, cases, above 0
 * @param target share, 0 … 1
 * @param variance between units, of angles, as `betweenVariance` gives it
 * @param confidence share of units within the limits, usually 0.95 and 0.998
 */
export function overdispersedFunnelLimits(
  sizes: Float64Array,
  target: number,
  variance: number,
  confidence = 0.95,
): RateIntervals {
  const reach = normalQuantile((1 + confidence) / 2, 0, 1);
  const limit = (sign: number) =>
    sizes.map((size) =>
      countedShare(angleOfShare(target) + sign * reach * Math.sqrt(angleError(size) ** 2 + variance), size),
    );
  return { lower: limit(-1), upper: limit(1) };
}

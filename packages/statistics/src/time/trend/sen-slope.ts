import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { mannKendall } from './mann-kendall.ts';

export interface SenSlope {
  /** Change per time step. */
  slope: number;
  lower: number;
  upper: number;
  /** Level at step 0 of the line through the median value at the median step. */
  intercept: number;
}

/**
 * Sen's slope: the median of the slopes of all pairs, with Gilbert's interval (ranks of the ordered slopes from the variance of
 * Mann-Kendall's S, interpolated between neighbours).
 *
 * @param values n values at equal time steps; NaN is missing, its step still counts
 * @param confidence of the two-sided interval
 * @returns slopes in the values' unit per step
 * @throws UnusableSeries with fewer than two values, or infinite ones
 *
 * Keeps n(n−1)/2 slopes in memory: meant for series up to some thousand steps.
 * Sen (1968), JASA 63; Gilbert (1987), 16.5.
 */
export function senSlope(values: Float64Array, confidence = 0.95): SenSlope {
  const { variance } = mannKendall(values);
  const slopes = pairwiseSlopes(values);
  const half = normalQuantile(0.5 + confidence / 2, 0, 1) * Math.sqrt(variance);
  const slope = ordered(slopes, (slopes.length + 1) / 2);
  const steps = Float64Array.from(values.keys()).filter((_, i) => !Number.isNaN(values[i]));
  const present = values.filter((value) => !Number.isNaN(value)).sort();
  return {
    slope,
    lower: ordered(slopes, (slopes.length - half) / 2),
    upper: ordered(slopes, (slopes.length + half) / 2 + 1),
    intercept: ordered(present, (present.length + 1) / 2) - slope * ordered(steps, (steps.length + 1) / 2),
  };
}

function pairwiseSlopes(values: Float64Array): Float64Array {
  const slopes = new Float64Array((values.length * (values.length - 1)) / 2);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const slope = ((values[j] ?? 0) - (values[i] ?? 0)) / (j - i);
      if (!Number.isNaN(slope)) slopes[count++] = slope;
    }
  }
  return slopes.subarray(0, count).sort();
}

/** The value of a rank (from 1) among sorted values, interpolated, kept within them. */
function ordered(sorted: Float64Array, rank: number): number {
  const position = Math.min(Math.max(rank - 1, 0), sorted.length - 1);
  const low = sorted[Math.floor(position)] ?? 0;
  const high = sorted[Math.ceil(position)] ?? 0;
  return low + (position - Math.floor(position)) * (high - low);
}

import { type IntegrityCounts, limitBins } from '@hotline-atlas/model';
import { betaBinomialTails } from '@hotline-atlas/statistics';
import { sharesOfMix } from './shares-of-mix.ts';
import type { Compared, Way } from './test-of-unit.ts';

export const fewestLimited = 30;
/** Bins before the last one, from which the expected count of the last one is extrapolated. */
const before = 9;
const own = 0.01;

/** Extrapolates values at 0, 1, … by one step along their regression line, never below their mean. */
function continued(values: readonly number[]): number {
  const [n, middle] = [values.length, (values.length - 1) / 2];
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const slope =
    values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0) /
    values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return Math.max(mean, mean + slope * (n - middle));
}

/**
 * Probability of as many closings in the last bin or more, if the bins before it continued along a straight
 * line. Bunching as in Saez, E. (2010), American Economic Journal: Economic Policy 2, 180-212.
 * @param histogram closings by the part of the limit that was used up
 */
export function bunching(histogram: Float64Array): number {
  const earlier = [...histogram.slice(limitBins - 1 - before, limitBins - 1)];
  const last = histogram[limitBins - 1] ?? 0;
  const all = earlier.reduce((sum, count) => sum + count, 0) + last;
  if (all === 0) return 1;
  const smooth = continued(earlier) + 0.5;
  const share = smooth / (earlier.reduce((sum, count) => sum + count, 0) + smooth + 0.5);
  return Math.min(1, betaBinomialTails(last - 1, all, Math.min(0.99, share), own).upper);
}

/** The larger p of both tests: against the group, which may bunch itself, and against the unit's own bins. */
const bothWays = (compared: readonly Compared[], limit: readonly Float64Array[]): Compared[] =>
  compared.map((each, unit) => ({
    ...each,
    p: Number.isNaN(each.p) ? each.p : Math.max(each.p, bunching(limit[unit] ?? new Float64Array(limitBins))),
  }));

/**
 * Whether orders are closed in a heap in the last part of their limit, against units of the same mix and
 * against a smooth course; or in the last hours of the month, against units of the same mix.
 */
export function earlyClosing(counts: IntegrityCounts): Way[] {
  const { limited, near, closed, last_hours } = counts.counts;
  const asked = { fewest: fewestLimited, side: 'high' } as const;
  return [
    {
      name: 'limit',
      compared: bothWays(sharesOfMix(counts, near, limited, asked), counts.limit),
      effect: { ratio: 2, points: 0.05, orders: 5 },
    },
    {
      name: 'month_end',
      compared: sharesOfMix(counts, last_hours, closed, asked),
      effect: { ratio: 2, points: 0.05, orders: 8 },
    },
  ];
}

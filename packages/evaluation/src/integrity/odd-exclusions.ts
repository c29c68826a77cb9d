import type { IntegrityCounts } from '@hotline-atlas/model';
import { sharesOfMix } from './shares-of-mix.ts';
import type { Effect, Way } from './test-of-unit.ts';

export const fewestForExclusions = 40;
const effectOfExclusions: Effect = { ratio: 2, points: 0.03, orders: 4 };

/**
 * Whether orders are excluded, all together and for each reason, more often than of units of the same mix.
 */
export function oddExclusions(counts: IntegrityCounts): Way[] {
  const { excluded, orders } = counts.counts;
  const asked = { fewest: fewestForExclusions, side: 'high' } as const;
  const way = (name: string, part: Float64Array): Way => ({
    name,
    compared: sharesOfMix(counts, part, orders, asked),
    effect: effectOfExclusions,
  });
  return [
    way('', excluded),
    ...counts.reasons.map((reason, at) => way(reason, counts.excludedFor[at] ?? orders)),
  ];
}

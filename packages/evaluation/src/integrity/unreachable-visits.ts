import type { IntegrityCounts } from '@hotline-atlas/model';
import { sharesOfMix } from './shares-of-mix.ts';
import type { Way } from './test-of-unit.ts';

export const fewestVisits = 30;

/**
 * Whether return visits reach nobody, or closed orders are not visited, more often than of units of the same
 * mix.
 */
export function unreachableVisits(counts: IntegrityCounts): Way[] {
  const { visits, unreached, done, unvisited } = counts.counts;
  const asked = { fewest: fewestVisits, side: 'high' } as const;
  return [
    {
      name: 'nobody_reached',
      compared: sharesOfMix(counts, unreached, visits, asked),
      effect: { ratio: 2, points: 0.05, orders: 4 },
    },
    {
      name: 'not_visited',
      compared: sharesOfMix(counts, unvisited, done, asked),
      effect: { ratio: 1.5, points: 0.08, orders: 6 },
    },
  ];
}

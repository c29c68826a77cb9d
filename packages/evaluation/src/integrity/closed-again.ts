import type { IntegrityCounts } from '@hotline-atlas/model';
import { compareShares } from './compare-shares.ts';
import { expectedOfOthers } from './expected-by-mix.ts';
import type { Way } from './test-of-unit.ts';

export const fewestWithCaller = 30;

/**
 * Whether closed orders were closed for the same caller and matter before, more often than of other units.
 */
export function closedAgain({ known, again }: IntegrityCounts): Way[] {
  return [
    {
      name: '',
      compared: compareShares({
        ...{ observed: again, of: known },
        expectedFrom: (reference) => expectedOfOthers(again, known, reference),
        ...{ fewest: fewestWithCaller, side: 'high' },
      }),
      effect: { ratio: 2, points: 0.025, orders: 2.5 },
    },
  ];
}

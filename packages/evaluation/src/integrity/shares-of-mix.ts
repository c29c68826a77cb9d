import type { IntegrityCounts } from '@hotline-atlas/model';
import { compareShares } from './compare-shares.ts';
import { byUnit, expectedByMix } from './expected-by-mix.ts';
import type { Compared } from './test-of-unit.ts';

/** Tests a share of each unit's orders against units of the same mix. @param part shapes entries */
export function sharesOfMix(
  counts: IntegrityCounts,
  part: Float64Array,
  whole: Float64Array,
  { fewest, side }: { fewest: number; side: 'high' | 'low' },
): Compared[] {
  return compareShares({
    observed: byUnit(counts, part),
    of: byUnit(counts, whole),
    expectedFrom: (reference) => expectedByMix(counts, part, whole, reference),
    fewest,
    side,
  });
}

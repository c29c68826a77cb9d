import type { City } from '@hotline-atlas/city';
import type { ObjectionCounts, Scope } from '@hotline-atlas/model';
import type { KeptObjection } from '@hotline-atlas/store';
import { isOwnUnit } from './who-sees.ts';

/** How many objections of each state there are to orders of units whose details somebody may see. */
export function objectionCountsOf(
  objections: readonly KeptObjection[],
  scope: Scope,
  city: City,
): ObjectionCounts {
  const counts = { open: 0, upheld: 0, rejected: 0, withdrawn: 0 };
  for (const { state, dimension, unit } of objections)
    if (isOwnUnit(scope, city, dimension, unit)) counts[state] += 1;
  return counts;
}

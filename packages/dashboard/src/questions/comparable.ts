import { type DimensionName, isGrain, type LocalDate, type Period } from '@hotline-atlas/model';
import type { Comparison } from '../address/shared.ts';

/**
 * What to compare with: nothing, where the period begins with the data, so that all the days before it are
 * without. Buckets of time are
 * compared one by one.
 */
export const worthComparing = (
  comparison: Comparison,
  { from }: Period,
  firstDay: LocalDate | null,
  by: readonly DimensionName[],
): Comparison => (firstDay === null || from > firstDay || by.some(isGrain) ? comparison : 'none');

import {
  choosesByProgress,
  type DimensionName,
  isGrain,
  type LocalDate,
  type Period,
  type Selection,
} from '@hotline-atlas/model';
import type { Comparison } from '../address/shared.ts';

/**
 * What to compare with: nothing, where the period begins with the data, so that all the days before it are
 * without, or where open orders are chosen, of which earlier periods have no counterpart. Buckets of time are
 * compared one by one.
 */
export function worthComparing(
  comparison: Comparison,
  { from, where }: Period & Pick<Selection, 'where'>,
  firstDay: LocalDate | null,
  by: readonly DimensionName[],
): Comparison {
  if (where.some(choosesByProgress)) return 'none';
  return firstDay === null || from > firstDay || by.some(isGrain) ? comparison : 'none';
}

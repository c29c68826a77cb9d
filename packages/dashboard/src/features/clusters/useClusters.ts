import { type Clusters, encodeSelection, shift } from '@hotline-atlas/model';
import { useRequest } from '../../questions/useRequest.ts';
import type { Screen } from '../../screen/screen.ts';
import { selectionOf } from '../../screen/selection.ts';

/**
 * A scan looks at every place and every span of weeks: half a year is what it can do while a reader waits.
 */
const weeks = 26;

/** The address of the scan the screen asks for: the half year up to the end of the period. */
function clustersAddress(screen: Screen): string {
  const { days } = screen;
  const selection = selectionOf(screen, 'cell');
  return `clusters?${encodeSelection({ ...selection, from: shift(days.to, 'week', -weeks), to: days.to })}`;
}

/** Where and when appeals lie closest together beyond expectation. */
export const useClusters = () => useRequest<Clusters>(clustersAddress);

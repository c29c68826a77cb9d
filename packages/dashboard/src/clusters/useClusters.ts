import { type Clusters, encodeSelection } from '@hotline-atlas/model';
import { useStored } from '../api/useAnswer.ts';
import { judgedPeriod } from '../hotspots/useHotspots.ts';
import { selectionFor } from '../state/crossfilter.ts';
import { type Screen, useScreen } from '../state/screen.ts';

/** The address of the scan the screen asks for: weeks of the period, or the last half year of it. */
export function clustersAddress(screen: Screen): string {
  const { state, meta, days } = screen;
  const regimes = meta.regimes.map(({ name }) => name);
  const selection = selectionFor(state, days, regimes, 'cell');
  return `clusters?${encodeSelection({ ...selection, ...judgedPeriod(days, 'week') })}`;
}

/** Where and when appeals lie closest together beyond expectation. */
export const useClusters = () => useStored<Clusters>(clustersAddress(useScreen()));

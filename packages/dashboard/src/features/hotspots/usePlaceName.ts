import { useMemo } from 'react';
import { useScreen } from '../../screen/screen.ts';

/** Names of the places that are judged: areas, or hexagons. */
export function usePlaceName(): (place: string) => string {
  const { state, label } = useScreen();
  const level = state.hotspots.layer === 'clusters' ? 'cell' : state.hotspots.level;
  return useMemo(() => (place) => label(level, place), [level, label]);
}

import { type Area, type Bounds, boundsOf } from '@hotline-atlas/ui/map/outline.ts';
import { onlyValue } from '../../address/path.ts';
import { useAreas } from '../../questions/useAreas.ts';
import { useScreen } from '../../screen/screen.ts';
import { useHome } from '../map/useHome.ts';

const none: readonly Area[] = [];

export interface HotspotAreas {
  /** Outlines to find one's way by. */
  outlines: readonly Area[];
  /** The areas that are judged; none where hexagons are. */
  judged: readonly Area[];
  /** What the map shows whole; null until that is known. */
  bounds: Bounds | null;
}

/** The areas on a map of hot spots. */
export function useHotspotAreas(): HotspotAreas {
  const { state, meta } = useScreen();
  const { level } = state.hotspots;
  const has = (name: 'district' | 'subdistrict') => meta.areas.some((each) => each.level === name);
  const districts = useAreas(has('district') ? 'district' : null);
  const subdistricts = useAreas(level === 'subdistrict' && has('subdistrict') ? 'subdistrict' : null);
  const home = useHome(!has('district'));
  const outlines = districts.answer?.features ?? none;
  const district = onlyValue(state.where, 'district');
  const inside = district ? outlines.filter(({ properties }) => properties.code === district) : outlines;
  const waits = has('district') ? districts.answer === undefined : home === undefined;
  const judged =
    level === 'district'
      ? outlines
      : level === 'subdistrict'
        ? (subdistricts.answer?.features ?? none)
        : none;
  return { outlines, judged, bounds: waits ? null : (boundsOf(inside) ?? home ?? [...meta.bounds]) };
}

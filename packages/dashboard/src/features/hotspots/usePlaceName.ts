import { areaAt } from '@hotline-atlas/ui/map/cell-place.ts';
import type { Area } from '@hotline-atlas/ui/map/outline.ts';
import { useH3 } from '@hotline-atlas/ui/map/useCells.ts';
import { useMemo } from 'react';
import { useAreas } from '../../questions/useAreas.ts';
import { useScreen } from '../../screen/screen.ts';

const none: readonly Area[] = [];

/** Names for places: areas by name, hexagons by the area their middle lies in, else by where that is. */
export function usePlaceName(): (place: string) => string {
  const { state, meta, label } = useScreen();
  const level = state.hotspots.layer === 'clusters' ? 'cell' : state.hotspots.level;
  const finest = meta.areas.some((area) => area.level === 'subdistrict')
    ? 'subdistrict'
    : meta.areas.some((area) => area.level === 'district')
      ? 'district'
      : null;
  const areas = useAreas(level === 'cell' ? finest : null).answer?.features ?? none;
  const h3 = useH3(level === 'cell');
  return useMemo(() => {
    if (level !== 'cell') return (place) => label(level, place);
    const names = new Map<string, string>();
    const nameOf = (place: string) => {
      if (!h3?.isValidCell(place)) return place;
      const [latitude, longitude] = h3.cellToLatLng(place);
      const area = areaAt(areas, [longitude, latitude]);
      const where = `${latitude.toFixed(3)}, ${longitude.toFixed(3)}`;
      return area && finest ? `${label(finest, area.properties.code)} · ${where}` : where;
    };
    return (place) => {
      const name = names.get(place) ?? nameOf(place);
      if (h3) names.set(place, name);
      return name;
    };
  }, [level, label, areas, h3, finest]);
}

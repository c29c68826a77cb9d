import { useMemo } from 'react';
import { useAreas } from '../api/useAreas.ts';
import { type Area, polygonsOf } from '../map/outline.ts';
import { useH3 } from '../map/useCells.ts';
import { useScreen } from '../state/screen.ts';

type Ring = readonly (readonly number[])[];

/** Whether a point lies in a ring, by the number of edges a ray from it crosses. */
export function isInside([x, y]: readonly [number, number], ring: Ring): boolean {
  let inside = false;
  ring.forEach(([fromX = 0, fromY = 0], at) => {
    const [toX = 0, toY = 0] = ring[(at + 1) % ring.length] ?? [];
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside;
  });
  return inside;
}

const holds = (area: Area, point: readonly [number, number]) =>
  polygonsOf(area).some(
    ([outer = [], ...holes]) => isInside(point, outer) && !holes.some((hole) => isInside(point, hole)),
  );

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
      const area = areas.find((each) => holds(each, [longitude, latitude]));
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

import type { City } from '@hotline-atlas/city';
import type { PlannedArea, PlannedDistrict } from './areas.ts';
import { type PlaceName, placeNameOf } from './names.ts';
import { spotsOf } from './spots.ts';

/** A place appeals come from. */
export interface PlannedSpot extends PlaceName {
  east: number;
  north: number;
}

/** The places of all areas: those of the first area, then those of the second, and so on. */
export function plannedSpots(
  city: City,
  areas: readonly PlannedArea[],
  districts: readonly PlannedDistrict[],
): PlannedSpot[] {
  const outlines = city.areas.find(({ level }) => level === 'subdistrict')?.features.features ?? [];
  return outlines.flatMap((outline, at) => {
    const area = areas[at];
    const old = (districts[(area?.district ?? 0) - 1]?.density ?? 1) > 4;
    const rural = area?.rural ?? false;
    return spotsOf(outline).map(([east, north], spot) => ({
      east,
      north,
      ...placeNameOf(outline.properties.code, spot, { rural, old }),
    }));
  });
}

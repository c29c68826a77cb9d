import type { AreaLevel, City } from '@hotline-atlas/city';
import type { AreaProperties } from '@hotline-atlas/model';
import {
  type Neighbours,
  neighboursFromLists,
  type Outline,
  polygonContiguity,
} from '@hotline-atlas/statistics';
import type { MultiPolygon, Polygon, Position } from 'geojson';

export type OutlinedAreas = Pick<City, 'areas'>;

/** The parts of an outline, each an outer ring and its holes. */
export const partsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
  geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];

/** Rings of all parts of an outline side by side. */
const outlineOf = (geometry: Polygon | MultiPolygon): Outline =>
  geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : geometry.coordinates;

const contiguities = new WeakMap<AreaLevel, Neighbours>();

/** Which areas of a level touch; worked out once. */
function contiguityOf(level: AreaLevel): Neighbours {
  const known = contiguities.get(level);
  if (known) return known;
  const found = polygonContiguity(level.features.features.map(({ geometry }) => outlineOf(geometry)));
  contiguities.set(level, found);
  return found;
}

/**
 * Shared borders among some areas of a level; areas that are not chosen are nobody's neighbours.
 * @param codes areas of the level, in the order of the answer
 */
export function bordersAmong(level: AreaLevel, codes: readonly string[]): Neighbours {
  const { offsets, neighbours } = contiguityOf(level);
  const all = level.features.features.map(({ properties }) => properties.code);
  const rows = new Map(all.map((code, row) => [code, row]));
  const numbers = new Map(codes.map((code, number) => [code, number]));
  return neighboursFromLists(
    codes.map((code) => {
      const row = rows.get(code) ?? -1;
      return [...neighbours.subarray(offsets[row] ?? 0, offsets[row + 1] ?? 0)].flatMap(
        (other) => numbers.get(all[other] ?? '') ?? [],
      );
    }),
  );
}

/** The middle of an area: the mean of the corners of its longest ring, in degrees. */
export function middleOf(
  { areas }: OutlinedAreas,
  level: AreaLevel['level'],
  code: string,
): [number, number] {
  const feature = areas
    .find((area) => area.level === level)
    ?.features.features.find(({ properties }) => properties.code === code);
  const rings = feature ? [...outlineOf(feature.geometry)] : [];
  const longest = rings.sort((a, b) => b.length - a.length)[0] ?? [];
  const sum = longest.reduce<[number, number]>(
    ([x, y], [longitude = 0, latitude = 0]) => [x + longitude, y + latitude],
    [0, 0],
  );
  return longest.length > 0 ? [sum[0] / longest.length, sum[1] / longest.length] : [0, 0];
}

/** The outlines of some areas. */
export const outlinesOf = (
  { areas }: OutlinedAreas,
  level: AreaLevel['level'],
  chosen: readonly AreaProperties[],
): (Polygon | MultiPolygon)[] => {
  const codes = new Set(chosen.map(({ code }) => code));
  return (areas.find((area) => area.level === level)?.features.features ?? [])
    .filter(({ properties }) => codes.has(properties.code))
    .map(({ geometry }) => geometry);
};

import type { AreaProperties } from '@hotline-atlas/model';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';

export type Areas = FeatureCollection<Polygon | MultiPolygon, AreaProperties>;
export type Area = Feature<Polygon | MultiPolygon, AreaProperties>;

/** West, south, east, north. */
export type Bounds = [number, number, number, number];

export const polygonsOf = ({ geometry }: Area): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** The box around some areas. */
export function boundsOf(areas: readonly Area[]): Bounds | null {
  const points = areas.flatMap((area) => polygonsOf(area).flatMap((rings) => rings[0] ?? []));
  if (points.length === 0) return null;
  return points.reduce<Bounds>(
    ([west, south, east, north], [x = 0, y = 0]) => [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y),
    ],
    [180, 90, -180, -90],
  );
}

const ringArea = (ring: Position[]) =>
  ring.reduce((sum, [x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0) / 2;

function ringCentre(ring: Position[]): [number, number] {
  const area = ringArea(ring);
  if (Math.abs(area) < 1e-12) return [ring[0]?.[0] ?? 0, ring[0]?.[1] ?? 0];
  const sums = ring.reduce<[number, number]>(
    ([sumX, sumY], [x = 0, y = 0], at) => {
      const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
      const cross = x * nextY - nextX * y;
      return [sumX + (x + nextX) * cross, sumY + (y + nextY) * cross];
    },
    [0, 0],
  );
  return [sums[0] / (6 * area), sums[1] / (6 * area)];
}

/** The centre of the largest part of an area, and how large it is. */
export function centreOf(area: Area): { centre: [number, number]; size: number } {
  const rings = polygonsOf(area).flatMap((rings) => rings.slice(0, 1));
  const largest = rings.reduce(
    (a, b) => (Math.abs(ringArea(b)) > Math.abs(ringArea(a)) ? b : a),
    rings[0] ?? [],
  );
  return { centre: ringCentre(largest), size: Math.abs(ringArea(largest)) };
}

/** Turns degrees into pixels of a box, keeping shapes as they are at the middle latitude. */
export function projection([west, south, east, north]: Bounds, width: number, height: number, margin = 4) {
  const stretch = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (width - 2 * margin) / ((east - west) * stretch),
    (height - 2 * margin) / (north - south),
  );
  const left = (width - (east - west) * stretch * scale) / 2;
  const top = (height - (north - south) * scale) / 2;
  return (longitude: number, latitude: number): [number, number] => [
    left + (longitude - west) * stretch * scale,
    top + (north - latitude) * scale,
  ];
}

/** An area as the path of an SVG. */
export const pathOf = (area: Area, project: (x: number, y: number) => [number, number]): string =>
  polygonsOf(area)
    .flat()
    .map(
      (ring) =>
        `M${ring
          .map(([x = 0, y = 0]) =>
            project(x, y)
              .map((n) => n.toFixed(1))
              .join(' '),
          )
          .join('L')}Z`,
    )
    .join('');

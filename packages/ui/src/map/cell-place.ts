import { type Area, centreOf, polygonsOf } from './outline.ts';

type Ring = readonly (readonly number[])[];
type Point = readonly [number, number];

/** Whether a point lies in a ring, by the number of edges a ray from it crosses. */
function isInside([x, y]: Point, ring: Ring): boolean {
  let inside = false;
  ring.forEach(([fromX = 0, fromY = 0], at) => {
    const [toX = 0, toY = 0] = ring[(at + 1) % ring.length] ?? [];
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside;
  });
  return inside;
}

/** The area a point lies in. */
export const areaAt = (areas: readonly Area[], point: Point): Area | undefined =>
  areas.find((area) =>
    polygonsOf(area).some(
      ([outer = [], ...holes]) => isInside(point, outer) && !holes.some((hole) => isInside(point, hole)),
    ),
  );

const compass = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Direction = (typeof compass)[number];

/** Kilometres of a degree of latitude. */
const perDegree = 111.2;

/** How far and in which direction a point lies from another, on the scale of a city. */
export function bearing([fromX, fromY]: Point, [x, y]: Point): { km: number; direction: Direction } {
  const east = (x - fromX) * perDegree * Math.cos((fromY * Math.PI) / 180);
  const north = (y - fromY) * perDegree;
  const eighth = Math.round((Math.atan2(east, north) / Math.PI) * 4);
  return { km: Math.hypot(east, north), direction: compass[(eighth + 8) % 8] ?? 'n' };
}

/** Where a point lies: in which area, and how far from the middle of that, else of the box of the city. */
export function placeIn(areas: readonly Area[], [west, south, east, north]: readonly number[], point: Point) {
  const area = areaAt(areas, point);
  const middle: Point = area
    ? centreOf(area).centre
    : [((west ?? 0) + (east ?? 0)) / 2, ((south ?? 0) + (north ?? 0)) / 2];
  return { area, ...bearing(middle, point) };
}

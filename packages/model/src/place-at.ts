type Ring = readonly (readonly number[])[];
/** Longitude and latitude, in degrees. */
export type Point = readonly [number, number];
/** An outline: its parts, each an outer ring and its holes. */
export type OutlineParts = readonly (readonly Ring[])[];

/** Whether a point lies in a ring, by the number of edges a ray from it crosses. */
function isInRing([x, y]: Point, ring: Ring): boolean {
  let inside = false;
  ring.forEach(([fromX = 0, fromY = 0], at) => {
    const [toX = 0, toY = 0] = ring[(at + 1) % ring.length] ?? [];
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside;
  });
  return inside;
}

/** Whether a point lies in an outline. */
export const isInside = (point: Point, parts: OutlineParts): boolean =>
  parts.some(
    ([outer = [], ...holes]) => isInRing(point, outer) && !holes.some((hole) => isInRing(point, hole)),
  );

const compass = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Direction = (typeof compass)[number];

/** How far and in which direction. */
export interface Bearing {
  km: number;
  direction: Direction;
}

/** Kilometres of a degree of latitude. */
const perDegree = 111.2;

/** How far and in which direction a point lies from another, on the scale of a city. */
export function bearing([fromX, fromY]: Point, [x, y]: Point): Bearing {
  const east = (x - fromX) * perDegree * Math.cos((fromY * Math.PI) / 180);
  const north = (y - fromY) * perDegree;
  const eighth = Math.round((Math.atan2(east, north) / Math.PI) * 4);
  return { km: Math.hypot(east, north), direction: compass[(eighth + 8) % 8] ?? 'n' };
}

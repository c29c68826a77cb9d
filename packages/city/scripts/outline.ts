import type { MultiPolygon, Polygon, Position } from 'geojson';

/**
 * The rings of each part, the outer one first: GeoJSON's MultiPolygon coordinates, which polygon-clipping
 * takes too.
 */
export type Outline = [longitude: number, latitude: number][][][];

const pair = ([x = 0, y = 0]: Position): [number, number] => [x, y];

/** The outline of a geometry, whichever of the two types it has. */
export function outlineOf(geometry: Polygon | MultiPolygon): Outline {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return parts.map((rings) => rings.map((ring) => ring.map(pair)));
}

/** Every vertex moved by a function; equal vertices stay equal, so neighbours stay neighbours. */
export const moved = (outline: Outline, move: (at: Position) => [number, number]): Outline =>
  outline.map((rings) => rings.map((ring) => ring.map(move)));

/** Twice the signed area of a ring, positive when it runs anticlockwise. */
const turn = (ring: Position[]): number =>
  ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);

export const areaOf = (outline: Outline): number =>
  outline.reduce(
    (sum, rings) =>
      sum + rings.reduce((part, ring, i) => part + (i === 0 ? 1 : -1) * Math.abs(turn(ring)), 0),
    0,
  ) / 2;

function crossings(ring: Position[], [x, y]: [number, number]): number {
  return ring.filter(([fromX = 0, fromY = 0], index) => {
    const [toX = 0, toY = 0] = ring[(index + 1) % ring.length] ?? [];
    return fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX);
  }).length;
}

/** Whether a point lies inside, by counting the edges a ray crosses. */
export const contains = (outline: Outline, point: [number, number]): boolean =>
  outline.flat().reduce((sum, ring) => sum + crossings(ring, point), 0) % 2 === 1;

/** West, south, east, north. */
export function boundsOf(outline: Outline): [number, number, number, number] {
  const points = outline.flat(2);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const round = (value: number) => Math.round(value * 1e5) / 1e5;

function roundedRing(ring: [number, number][]): [number, number][] {
  const points = ring.map(([x, y]): [number, number] => [round(x), round(y)]);
  return points.filter(
    ([x, y], index) => index === 0 || x !== points[index - 1]?.[0] || y !== points[index - 1]?.[1],
  );
}

/**
 * As GeoJSON: five decimals (about a metre), outer rings anticlockwise, parts too small to have an area left
 * out.
 */
export function geometryOf(outline: Outline): Polygon | MultiPolygon {
  const parts = outline
    .map((rings) => rings.map(roundedRing).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0 && areaOf([rings]) > 1e-8)
    .map((rings) =>
      rings.map((ring, index) => (turn(ring) > 0 === (index === 0) ? ring : ring.toReversed())),
    );
  const [only] = parts;
  return parts.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: parts };
}

import type { AreaProperties } from '@hotline-atlas/model';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { draw } from './draw.ts';

type Outline = Feature<Polygon | MultiPolygon, AreaProperties>;

/** Places of an area where appeals come from. */
export const spotsPerArea = 40;

const polygonsOf = ({ geometry }: Outline): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

const x = (position: Position | undefined): number => position?.[0] ?? 0;
const y = (position: Position | undefined): number => position?.[1] ?? 0;

/** Whether a ring is crossed an odd number of times on the way east. */
function ringHolds(ring: readonly Position[], [east, north]: readonly [number, number]): boolean {
  let inside = false;
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length];
    const crosses = y(a) > north !== y(b) > north;
    if (crosses && east < x(a) + ((north - y(a)) / (y(b) - y(a))) * (x(b) - x(a))) inside = !inside;
  });
  return inside;
}

/** Whether a point lies in an outline and in none of its holes. */
export const holds = (outline: Outline, point: readonly [number, number]): boolean =>
  polygonsOf(outline).some(
    ([shell = [], ...holes]) => ringHolds(shell, point) && !holes.some((hole) => ringHolds(hole, point)),
  );

const ringArea = (ring: readonly Position[]): number =>
  Math.abs(
    ring.reduce((sum, a, index) => {
      const b = ring[(index + 1) % ring.length];
      return sum + x(a) * y(b) - x(b) * y(a);
    }, 0),
  ) / 2;

/** Square kilometres, good to a per cent at the size of a city. */
export function squareKilometres(outline: Outline): number {
  const latitude = y(polygonsOf(outline)[0]?.[0]?.[0]);
  const degrees = polygonsOf(outline).reduce((sum, [shell = []]) => sum + ringArea(shell), 0);
  return degrees * 111.2 * 111.2 * Math.cos((latitude * Math.PI) / 180);
}

/** The largest polygon's shell: the part of an area people live in. */
function mainShell(outline: Outline): Position[] {
  const shells = polygonsOf(outline).map(([shell = []]) => shell);
  return shells.reduce((a, b) => (ringArea(b) > ringArea(a) ? b : a), []);
}

/**
 * Points inside an area, drawn from its code: the same area has the same points. They crowd around its
 * middle, the more so the larger it is, for what is large is mostly mountains.
 */
export function spotsOf(outline: Outline): [east: number, north: number][] {
  const shell = mainShell(outline);
  const [easts, norths] = [shell.map(x), shell.map(y)];
  const [west, east] = [Math.min(...easts), Math.max(...easts)];
  const [south, north] = [Math.min(...norths), Math.max(...norths)];
  const middle = [average(easts), average(norths)] as const;
  const pull = squareKilometres(outline) > 40 ? 0.6 : 0.15;
  const spots: [number, number][] = [];
  for (let attempt = 0; spots.length < spotsPerArea && attempt < 4000; attempt += 1) {
    const drawn = (axis: string) => draw(outline.properties.code, axis, attempt);
    const towards = pull * drawn('pull') * 2 * (attempt < 2000 ? 1 : 0.2);
    const at = (low: number, high: number, centre: number, axis: string) =>
      (low + (high - low) * drawn(axis)) * (1 - Math.min(1, towards)) + centre * Math.min(1, towards);
    const point: [number, number] = [at(west, east, middle[0], 'east'), at(south, north, middle[1], 'north')];
    if (holds(outline, point)) spots.push(point);
  }
  if (spots.length < spotsPerArea) throw new RangeError(`No room for appeals in ${outline.properties.code}`);
  return spots;
}

const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

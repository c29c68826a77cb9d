import { Delaunay } from 'd3-delaunay';
import polygonClipping from 'polygon-clipping';
import { boundsOf, contains, type Outline, outlineOf } from './outline.ts';

type Point = [number, number];
interface Weighted {
  at: Point;
  weight: number;
}

const squared = (a: Point, b: Point) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;

/**
 * A fine grid over the outline; points near the centre weigh more, so that more and smaller cells come to lie
 * there.
 */
function weightedGrid(outline: Outline, centre: Point, count: number): Weighted[] {
  const [west, south, east, north] = boundsOf(outline);
  const step = Math.sqrt(((east - west) * (north - south)) / (count * 250));
  const reach = ((east - west) ** 2 + (north - south) ** 2) / 40;
  const points: Weighted[] = [];
  for (let x = west + step / 2; x < east; x += step)
    for (let y = south + step / 2; y < north; y += step)
      if (contains(outline, [x, y])) {
        points.push({ at: [x, y], weight: 1 / (1 + squared([x, y], centre) / reach) ** 1.5 });
      }
  return points;
}

/** Starting points along the cumulative weight of the grid: spread out, and the same in every run. */
function spread(grid: Weighted[], count: number): Point[] {
  const total = grid.reduce((sum, { weight }) => sum + weight, 0);
  const starts: Point[] = [];
  let passed = 0;
  for (const { at, weight } of grid) {
    passed += weight;
    if (passed >= ((starts.length + 0.5) * total) / count) starts.push(at);
  }
  return starts;
}

const nearestSeed = (seeds: Point[], at: Point): number =>
  seeds.reduce(
    (best, seed, index) => (squared(seed, at) < squared(seeds[best] ?? seed, at) ? index : best),
    0,
  );

/** One step of Lloyd's relaxation: every seed moves to the weighted centre of the points nearest to it. */
function relaxed(grid: Weighted[], seeds: Point[]): Point[] {
  const sums = seeds.map(() => [0, 0, 0] as [number, number, number]);
  for (const { at, weight } of grid) {
    const sum = sums[nearestSeed(seeds, at)];
    if (!sum) continue;
    sum[0] += at[0] * weight;
    sum[1] += at[1] * weight;
    sum[2] += weight;
  }
  return sums.map(([x, y, weight], index) =>
    weight > 0 ? [x / weight, y / weight] : (seeds[index] ?? [0, 0]),
  );
}

/** Well-spread points inside an outline, nearest to the centre first. Coordinates must be metric. */
function seedsOf(outline: Outline, centre: Point, count: number): Point[] {
  const grid = weightedGrid(outline, centre, count);
  let seeds = spread(grid, count);
  for (let step = 0; step < 40; step++) seeds = relaxed(grid, seeds);
  return seeds.sort((a, b) => squared(a, centre) - squared(b, centre));
}

/**
 * Cuts an outline into `count` Voronoi cells, smaller towards the centre, the one nearest to the centre
 * first. A drawing: nothing about the cells is surveyed.
 */
export function schematicCells(outline: Outline, centre: Point, count: number): Outline[] {
  const seeds = seedsOf(outline, centre, count);
  const [west, south, east, north] = boundsOf(outline);
  const voronoi = Delaunay.from(seeds).voronoi([west - 1, south - 1, east + 1, north + 1]);
  return seeds.map((_, index) => {
    const cell = voronoi.cellPolygon(index).map(([x, y]): Point => [x, y]);
    return outlineOf({ type: 'MultiPolygon', coordinates: polygonClipping.intersection([cell], outline) });
  });
}

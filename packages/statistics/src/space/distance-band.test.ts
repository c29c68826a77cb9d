import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { distanceBand } from './distance-band.ts';
import { neighboursFromLists } from './neighbours.ts';
import { planeCoordinates } from './plane-coordinates.ts';

test('gives the published neighbours', () => {
  const points = { x: Float64Array.of(10, 20, 40, 15, 30, 30), y: Float64Array.of(10, 10, 10, 20, 20, 30) };
  const published = [[1, 3], [0, 3, 4], [4], [0, 1, 4], [1, 2, 3, 5], [4]];
  expect(distanceBand(points, 15)).toEqual(neighboursFromLists(published));
});

test('agrees with comparing every pair', () => {
  const random = seededRandom(1);
  const x = Float64Array.from({ length: 300 }, random);
  const y = Float64Array.from({ length: 300 }, random);
  const near = (one: number, other: number) =>
    Math.hypot((x[one] ?? 0) - (x[other] ?? 0), (y[one] ?? 0) - (y[other] ?? 0)) <= 0.1;
  const places = [...x.keys()];
  const lists = places.map((place) => places.filter((other) => near(place, other)));
  expect(distanceBand({ x, y }, 0.1)).toEqual(neighboursFromLists(lists));
});

test('joins points at one spot, leaves far ones alone, takes none, and refuses missing positions', () => {
  const points = { x: Float64Array.of(1, 1, 9), y: Float64Array.of(2, 2, 2) };
  expect(distanceBand(points, 0)).toEqual(neighboursFromLists([[1], [0], []]));
  const none = { x: new Float64Array(), y: new Float64Array() };
  expect(distanceBand(none, 1)).toEqual(neighboursFromLists([]));
  expect(() => distanceBand({ x: Float64Array.of(Number.NaN), y: Float64Array.of(0) }, 1)).toThrow(
    RangeError,
  );
});

test('a degree of latitude is about 111.2 km, one of longitude shrinks with latitude', () => {
  const { x, y } = planeCoordinates(Float64Array.of(59.5, 60.5), Float64Array.of(10, 11));
  expect(((y[1] ?? 0) - (y[0] ?? 0)) / 1000).toBeCloseTo(111.195, 2);
  expect(((x[1] ?? 0) - (x[0] ?? 0)) / 1000).toBeCloseTo(111.195 / 2, 2);
});

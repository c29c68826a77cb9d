import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { neighboursFromLists } from './neighbours.ts';
import { circularZones, type Zones, zonesFromNeighbours } from './zones.ts';

const rowsOf = ({ offsets, places }: Zones): number[][] =>
  [...offsets.subarray(1).keys()].map((row) => [...places.subarray(offsets[row], offsets[row + 1])]);

const line = { x: Float64Array.of(0, 1, 3, 7), y: new Float64Array(4) };

test('circles grow from the nearest place outwards', () => {
  const zones = circularZones(line, { mostPlaces: 3 });
  expect(zones.nested).toBe(true);
  expect(rowsOf(zones)).toEqual([
    [0, 1, 2],
    [1, 0, 2],
    [2, 1, 0],
    [3, 2, 1],
  ]);
});

test('a circle stops at the distance or the share of population, its centre excepted', () => {
  expect(rowsOf(circularZones(line, { mostPlaces: 9, mostDistance: 2 }))).toEqual([
    [0, 1],
    [1, 0, 2],
    [2, 1],
    [3],
  ]);
  const population = Float64Array.of(10, 10, 20, 60);
  const mostShare = { share: 0.4, population };
  expect(rowsOf(circularZones(line, { mostPlaces: 9, mostShare }))).toEqual([
    [0, 1, 2],
    [1, 0, 2],
    [2, 1, 0],
    [3],
  ]);
});

test('agrees with sorting all distances', () => {
  const random = seededRandom(3);
  const points = {
    x: Float64Array.from({ length: 200 }, random),
    y: Float64Array.from({ length: 200 }, random),
  };
  const rows = rowsOf(circularZones(points, { mostPlaces: 12 }));
  const all = [...points.x.keys()];
  rows.forEach((row, centre) => {
    const distance = (place: number) =>
      Math.hypot(
        (points.x[place] ?? 0) - (points.x[centre] ?? 0),
        (points.y[place] ?? 0) - (points.y[centre] ?? 0),
      );
    expect(row).toEqual(all.toSorted((one, other) => distance(one) - distance(other)).slice(0, 12));
  });
});

test('one place is one zone, no place none, and a zone without places is refused', () => {
  const one = { x: Float64Array.of(1), y: Float64Array.of(1) };
  expect(rowsOf(circularZones(one, { mostPlaces: 5 }))).toEqual([[0]]);
  expect(rowsOf(circularZones({ x: new Float64Array(), y: new Float64Array() }, { mostPlaces: 5 }))).toEqual(
    [],
  );
  expect(() => circularZones(one, { mostPlaces: 0 })).toThrow(RangeError);
  expect(rowsOf(circularZones(line, { mostPlaces: 1 }))).toEqual([[0], [1], [2], [3]]);
});

test('a share of population needs the population of every place', () => {
  for (const population of [Float64Array.of(1, 1, 1, Number.NaN), Float64Array.of(1)])
    expect(() => circularZones(line, { mostPlaces: 3, mostShare: { share: 0.5, population } })).toThrow(
      /every place/,
    );
});

test('a place and its neighbours are a zone', () => {
  const zones = zonesFromNeighbours(neighboursFromLists([[1], [0, 2], [], []]));
  expect(rowsOf(zones)).toEqual([[0, 1], [1, 0, 2], [2], [3]]);
  expect(zones.nested).toBe(false);
});

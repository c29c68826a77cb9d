import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { describe, expect, test } from 'vitest';
import { randomInteger, seededRandom } from '../random.ts';
import { distanceBand } from './distance-band.ts';
import { getisOrd, getisOrdStar } from './getis-ord-local.ts';
import { type Neighbours, neighboursFromLists } from './neighbours.ts';

const points = {
  x: Float64Array.of(10, 20, 40, 15, 30, 30),
  y: Float64Array.of(10, 10, 10, 20, 20, 30),
};
const published = Float64Array.of(2, 3, 3.2, 5, 8, 7);

const randomValues = (count: number, seed: number): Float64Array =>
  Float64Array.from({ length: count }, seededRandom(seed));

function randomNeighbours(count: number, seed: number): Neighbours {
  const random = seededRandom(seed);
  return neighboursFromLists(
    Array.from({ length: count }, () =>
      Array.from({ length: randomInteger(random, 7) }, () => randomInteger(random, count)),
    ),
  );
}

/** The textbook formula, with a full matrix of weights. */
function bruteForce(values: number[], { offsets, neighbours }: Neighbours, star: boolean): number[] {
  return values.map((_, place) => {
    const others = values.map((_value, index) => index).filter((index) => star || index !== place);
    const near = new Set(neighbours.slice(offsets[place], offsets[place + 1]));
    if (star) near.add(place);
    const n = others.length;
    const mean = others.reduce((sum, index) => sum + (values[index] ?? 0), 0) / n;
    const s = Math.sqrt(others.reduce((sum, index) => sum + (values[index] ?? 0) ** 2, 0) / n - mean ** 2);
    const sum = others.reduce((total, index) => total + (near.has(index) ? (values[index] ?? 0) : 0), 0);
    const size = near.size;
    return (sum - mean * size) / (s * Math.sqrt((n * size - size ** 2) / (n - 1)));
  });
}

test('gives the published scores for binary weights', () => {
  const neighbours = distanceBand(points, 15);
  expect(getisOrd(published, neighbours).z[0]).toBeCloseTo(-1.0136729, 7);
  expect(getisOrdStar(published, neighbours).z[0]).toBeCloseTo(-1.39727626, 8);
});

test('does not give the values PySAL publishes for row-standardised weights, since z cannot depend on a row’s scale', () => {
  // PySAL puts W(n − W) for the variance, which holds for weights of 0 and 1 only; −0.6207 and −0.6249 come
  // from that.
  const neighbours = distanceBand(points, 15);
  expect(getisOrd(published, neighbours).z[0]).not.toBeCloseTo(-0.6207, 2);
  expect(getisOrdStar(published, neighbours).z[0]).not.toBeCloseTo(-0.6249, 2);
});

describe.each([
  ['Gi', getisOrd, false],
  ['Gi*', getisOrdStar, true],
] as const)('%s', (_name, method, star) => {
  test('agrees with the textbook formula on random places', () => {
    const values = randomValues(200, 3);
    const neighbours = randomNeighbours(200, 4);
    const expected = bruteForce([...values], neighbours, star);
    method(values, neighbours).z.forEach((z, place) => {
      const alone = neighbours.offsets[place] === neighbours.offsets[place + 1];
      expect(z).toBeCloseTo(!star && alone ? 0 : (expected[place] ?? Number.NaN), 9);
    });
  });

  test('does not depend on unit or origin, and turns its sign with the values', () => {
    const values = randomValues(100, 5);
    const neighbours = randomNeighbours(100, 6);
    const { z, p } = method(values, neighbours);
    const scaled = method(
      values.map((value) => 7 * value + 1000),
      neighbours,
    );
    const negated = method(
      values.map((value) => -value),
      neighbours,
    );
    z.forEach((score, place) => {
      expect(scaled.z[place]).toBeCloseTo(score, 8);
      expect(negated.z[place]).toBeCloseTo(-score, 10);
      expect(negated.p[place]).toBeCloseTo(p[place] ?? Number.NaN, 10);
    });
  });

  test('does not depend on the order of places', () => {
    const values = randomValues(50, 7);
    const { offsets, neighbours } = randomNeighbours(50, 8);
    const turned = neighboursFromLists(
      Array.from({ length: 50 }, (_, place) =>
        [...neighbours.slice(offsets[49 - place], offsets[50 - place])].map((other) => 49 - other),
      ),
    );
    const { z } = method(values, { offsets, neighbours });
    const { z: zTurned } = method(values.slice().reverse(), turned);
    z.forEach((score, place) => {
      expect(zTurned[49 - place]).toBeCloseTo(score, 10);
    });
  });

  test('rejects about five in a hundred places when values are only chance', () => {
    const ring = neighboursFromLists(
      Array.from({ length: 20_000 }, (_, place) =>
        [1, 2, 3, 19_997, 19_998, 19_999].map((step) => (place + step) % 20_000),
      ),
    );
    const normal = randomValues(20_000, 9).map((value) => normalQuantile(value, 0, 1));
    const { p } = method(normal, ring);
    for (const level of [0.05, 0.25, 0.5, 0.75]) {
      const share = p.filter((value) => value < level).length / p.length;
      expect(Math.abs(share - level)).toBeLessThan(0.015);
    }
  });

  test('says z 0 and p 1 where nothing can be judged', () => {
    const one = method(Float64Array.of(5), neighboursFromLists([[]]));
    expect([...one.z, ...one.p]).toEqual([0, 1]);
    const triangle = neighboursFromLists([[1], [0, 2], [1]]);
    for (const value of [0, 0.1]) {
      const flat = method(new Float64Array(3).fill(value), triangle);
      expect([...flat.z, ...flat.p]).toEqual([0, 0, 0, 1, 1, 1]);
    }
    const everyone = method(
      Float64Array.of(1, 2, 4),
      neighboursFromLists([
        [1, 2],
        [0, 2],
        [0, 1],
      ]),
    );
    expect([...everyone.p]).toEqual([1, 1, 1]);
    expect(method(new Float64Array(), neighboursFromLists([])).z).toHaveLength(0);
  });

  test('leaves a place without a value out of the study area', () => {
    const line = neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]]);
    const shorter = neighboursFromLists([[1], [0, 2], [1, 3], [2]]);
    const { z, p } = method(Float64Array.of(1, 5, 2, 8, Number.NaN), line);
    expect([...z.subarray(0, 4)]).toEqual([...method(Float64Array.of(1, 5, 2, 8), shorter).z]);
    expect([z[4], p[4]]).toEqual([0, 1]);
  });

  test('refuses values that do not fit the places', () => {
    expect(() => method(Float64Array.of(1), neighboursFromLists([[1], [0]]))).toThrow(RangeError);
  });

  test('finds the one block of high values among 10^5 cells', () => {
    const side = 317;
    const at = (row: number, column: number) => row * side + column;
    const grid = neighboursFromLists(
      Array.from({ length: side * side }, (_, cell) => {
        const [row, column] = [Math.floor(cell / side), cell % side];
        return [
          [row - 1, column],
          [row + 1, column],
          [row, column - 1],
          [row, column + 1],
        ].flatMap(([r = 0, c = 0]) => (r >= 0 && c >= 0 && r < side && c < side ? [at(r, c)] : []));
      }),
    );
    const values = randomValues(side * side, 11);
    for (let row = 100; row < 103; row++)
      for (let column = 50; column < 53; column++) values[at(row, column)] = 30;
    const { z } = method(values, grid);
    const best = z.reduce((most, score, cell) => (score > (z[most] ?? 0) ? cell : most), 0);
    expect(best).toBe(at(101, 51));
  }, 60_000);
});

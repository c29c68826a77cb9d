import { expect, test } from 'vitest';
import { randomInteger, seededRandom } from '../random.ts';
import { globalMoran } from './moran-global.ts';
import { neighboursFromLists, neighboursFromPairs, type Weights } from './neighbours.ts';
import { rowStandardised } from './row-standardised.ts';
import { readCounties, readQueenContiguity } from './st-louis.ts';

const rook3 = neighboursFromPairs(9, [
  [0, 1],
  [1, 2],
  [3, 4],
  [4, 5],
  [6, 7],
  [7, 8],
  [0, 3],
  [1, 4],
  [2, 5],
  [3, 6],
  [4, 7],
  [5, 8],
]);
const oneToNine = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);

/** Random directed weights between 0 and 1. */
function randomWeights(places: number, seed: number): Weights {
  const random = seededRandom(seed);
  const lists = Array.from({ length: places }, () =>
    Array.from({ length: randomInteger(random, 6) }, () => randomInteger(random, places)),
  );
  const neighbours = neighboursFromLists(lists);
  return { ...neighbours, values: Float64Array.from(neighbours.neighbours, random) };
}

function matrixOf({ offsets, neighbours, values }: Weights): number[][] {
  return Array.from({ length: offsets.length - 1 }, (_, place) => {
    const row = new Array<number>(offsets.length - 1).fill(0);
    for (let link = offsets[place] ?? 0; link < (offsets[place + 1] ?? 0); link++)
      row[neighbours[link] ?? 0] = values?.[link] ?? 1;
    return row;
  });
}

/** I from the full matrix, by its definition. */
function bruteForce(values: number[], matrix: number[][]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [products, total, squares] = [0, 0, 0];
  values.forEach((one, i) => {
    squares += (one - mean) ** 2;
    values.forEach((other, j) => {
      products += (matrix[i]?.[j] ?? 0) * (one - mean) * (other - mean);
      total += matrix[i]?.[j] ?? 0;
    });
  });
  return ((values.length / total) * products) / squares;
}

function* orders(list: number[]): Generator<number[]> {
  if (list.length <= 1) yield list;
  for (const [index, value] of list.entries())
    for (const rest of orders([...list.slice(0, index), ...list.slice(index + 1)])) yield [value, ...rest];
}

test('gives the published variances on a 3 × 3 grid', () => {
  expect(globalMoran(oneToNine, rook3).variance).toBeCloseTo(0.0596875, 12);
  expect(globalMoran(oneToNine, rook3, 'normality').variance).toBeCloseTo(0.053125, 12);
});

test('gives the published I and p for homicides about St Louis', () => {
  const weights = rowStandardised(neighboursFromLists(readQueenContiguity()));
  const { value, p } = globalMoran(readCounties().column('HR8893'), weights, 'normality');
  expect(value).toBeCloseTo(0.24365582621771659, 12);
  expect(p / 2).toBeCloseTo(0.00013573931385468807, 12);
});

test('agrees with the full matrix on random weights', () => {
  const random = seededRandom(2);
  const values = Float64Array.from({ length: 120 }, random);
  const weights = randomWeights(120, 3);
  expect(globalMoran(values, weights).value).toBeCloseTo(bruteForce([...values], matrixOf(weights)), 12);
});

test('has the mean and variance of I over all orders of the values, for directed weights too', () => {
  const values = [1, 2, 4, 8, 16, 3];
  const weights = randomWeights(6, 5);
  const { expected, variance } = globalMoran(Float64Array.from(values), weights);
  const all = [...orders(values)].map((order) => bruteForce(order, matrixOf(weights)));
  const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
  expect(mean).toBeCloseTo(expected, 12);
  expect(all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / all.length).toBeCloseTo(variance, 12);
});

test('depends on neither unit nor origin nor sign of the values', () => {
  const { value, z } = globalMoran(oneToNine, rook3);
  const turned = globalMoran(
    oneToNine.map((each) => 5 - 3 * each),
    rook3,
  );
  expect(turned.value).toBeCloseTo(value, 12);
  expect(turned.z).toBeCloseTo(z, 12);
});

test('gives about uniform p when values are only chance', () => {
  const ring = neighboursFromLists(
    Array.from({ length: 60 }, (_, place) => [(place + 59) % 60, (place + 1) % 60]),
  );
  const random = seededRandom(8);
  const p = Array.from(
    { length: 2000 },
    () => globalMoran(Float64Array.from({ length: 60 }, random), ring).p,
  );
  for (const level of [0.05, 0.25, 0.5, 0.75])
    expect(Math.abs(p.filter((value) => value < level).length / p.length - level)).toBeLessThan(0.03);
});

test('judges nothing where nothing varies, nobody is near or places are few', () => {
  const nothing = { value: 0, z: 0, p: 1 };
  for (const value of [0, 0.1])
    expect(globalMoran(new Float64Array(9).fill(value), rook3)).toMatchObject(nothing);
  expect(globalMoran(Float64Array.of(1, 2, 3, 4), neighboursFromLists([[], [], [], []]))).toMatchObject(
    nothing,
  );
  expect(globalMoran(Float64Array.of(1), neighboursFromLists([[]]))).toMatchObject(nothing);
  expect(globalMoran(new Float64Array(), neighboursFromLists([]))).toMatchObject(nothing);
});

test('leaves out a place without a value, and keeps an island', () => {
  const line = neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]]);
  const shorter = neighboursFromLists([[1], [0, 2], [1, 3], [2]]);
  const known = Float64Array.of(1, 5, 2, 8);
  expect(globalMoran(Float64Array.of(1, 5, 2, 8, Number.NaN), line)).toEqual(globalMoran(known, shorter));
  const withIsland = neighboursFromLists([[1], [0, 2], [1, 3], [2], []]);
  const values = [1, 5, 2, 8, 3];
  expect(globalMoran(Float64Array.from(values), withIsland).value).toBeCloseTo(
    bruteForce(values, matrixOf(withIsland)),
    12,
  );
});

import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { globalMoran } from './moran-global.ts';
import { localMoran, quadrantNames } from './moran-local.ts';
import { permutedLocalMoran } from './moran-local-permuted.ts';
import { neighboursFromLists } from './neighbours.ts';
import { rowStandardised } from './row-standardised.ts';

const ring = (places: number) =>
  rowStandardised(
    neighboursFromLists(
      Array.from({ length: places }, (_, place) =>
        [1, 2, places - 2, places - 1].map((step) => (place + step) % places),
      ),
    ),
  );

const normals = (count: number, seed: number): Float64Array =>
  Float64Array.from({ length: count }, seededRandom(seed)).map((value) => normalQuantile(value, 0, 1));

/** All ordered choices of two of the list. */
const pairsOf = (list: readonly number[]): number[][] =>
  list.flatMap((one, i) => list.flatMap((other, j) => (i === j ? [] : [[one, other]])));

test('values add up to the global I', () => {
  const values = normals(40, 1);
  const { value } = localMoran(values, ring(40));
  const mean = value.reduce((sum, each) => sum + each, 0) / 40;
  expect(mean).toBeCloseTo(globalMoran(values, ring(40)).value, 12);
});

test('z is exact in mean and variance over all draws of other values into a neighbourhood', () => {
  const values = [1, 2, 4, 8, 16, 3];
  const weights = {
    ...neighboursFromLists([[1, 4], [], [], [], [], []]),
    values: Float64Array.of(0.3, 0.9),
  };
  const mean = values.reduce((sum, value) => sum + value, 0) / 6;
  const [own = 0, ...others] = values.map((value) => value - mean);
  const all = pairsOf(others).map(([one = 0, other = 0]) => own * (0.3 * one + 0.9 * other));
  const expected = all.reduce((sum, each) => sum + each, 0) / all.length;
  const variance = all.reduce((sum, each) => sum + (each - expected) ** 2, 0) / all.length;
  const observed = own * (0.3 * (others[0] ?? 0) + 0.9 * (others[3] ?? 0));
  const { z } = localMoran(Float64Array.from(values), weights);
  expect(z[0]).toBeCloseTo((observed - expected) / Math.sqrt(variance), 10);
});

test('names the quadrants', () => {
  const pairs = neighboursFromLists([[1], [0], [3], [2], [5], [4], []]);
  const { quadrant } = localMoran(Float64Array.of(9, 8, 1, 2, 9, 1, 5), pairs);
  expect([...quadrant].map((code) => quadrantNames[code])).toEqual([
    'HH',
    'HH',
    'LL',
    'LL',
    'HL',
    'LH',
    'none',
  ]);
});

test('depends on neither unit nor origin, and turns quadrants with the sign', () => {
  const values = normals(40, 2);
  const { z, quadrant } = localMoran(values, ring(40));
  const turned = localMoran(
    values.map((value) => 3 - 10 * value),
    ring(40),
  );
  z.forEach((score, place) => {
    expect(turned.z[place]).toBeCloseTo(score, 9);
  });
  expect([...turned.quadrant]).toEqual([...quadrant].map((code) => [0, 3, 4, 1, 2][code]));
});

test('permutation agrees with the moments where values are normal, and repeats with its seed', () => {
  const values = normals(400, 3);
  const { p } = localMoran(values, ring(400));
  const permuted = permutedLocalMoran(values, ring(400), { permutations: 1999, seed: 5 });
  permuted.forEach((value, place) => {
    expect(Math.abs(value - (p[place] ?? 0))).toBeLessThan(0.08);
  });
  expect(permutedLocalMoran(values, ring(400), { permutations: 1999, seed: 5 })).toEqual(permuted);
});

test('both p are about uniform when values are only chance', () => {
  const values = normals(4000, 4);
  const analytic = localMoran(values, ring(4000)).p;
  const permuted = permutedLocalMoran(values, ring(4000), { permutations: 199 });
  for (const p of [analytic, permuted])
    for (const level of [0.05, 0.25, 0.5, 0.75])
      expect(Math.abs(p.filter((value) => value <= level).length / p.length - level)).toBeLessThan(0.04);
});

test('judges nothing where nothing varies, for an island, for one place and for one without a value', () => {
  const line = neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3], []]);
  for (const value of [0, 0.1]) {
    const flat = localMoran(new Float64Array(6).fill(value), line);
    expect([...flat.value, ...flat.z, ...flat.quadrant].every((each) => each === 0)).toBe(true);
    expect(
      [...flat.p, ...permutedLocalMoran(new Float64Array(6).fill(value), line)].every((p) => p === 1),
    ).toBe(true);
  }
  const values = Float64Array.of(1, 5, 2, 8, Number.NaN, 4);
  const { z, p, quadrant } = localMoran(values, line);
  for (const place of [4, 5]) expect([z[place], p[place], quadrant[place]]).toEqual([0, 1, 0]);
  expect([...permutedLocalMoran(values, line).subarray(4)]).toEqual([1, 1]);
  expect([...localMoran(Float64Array.of(3), neighboursFromLists([[]])).p]).toEqual([1]);
  expect([...permutedLocalMoran(Float64Array.of(3), neighboursFromLists([[]]))]).toEqual([1]);
  expect(localMoran(Float64Array.of(3, 4), neighboursFromLists([[1], [0]])).p).toEqual(Float64Array.of(1, 1));
});

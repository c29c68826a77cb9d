import { expect, test } from 'vitest';
import { distanceBand } from './distance-band.ts';
import { globalG } from './getis-ord-global.ts';
import { neighboursFromLists } from './neighbours.ts';

const values = Float64Array.of(2, 3, 3.2, 5, 8, 7);
const neighbours = distanceBand(
  { x: Float64Array.of(10, 20, 40, 15, 30, 30), y: Float64Array.of(10, 10, 10, 20, 20, 30) },
  15,
);

function* orders(list: number[]): Generator<number[]> {
  if (list.length <= 1) yield list;
  for (const [index, value] of list.entries())
    for (const rest of orders([...list.slice(0, index), ...list.slice(index + 1)])) yield [value, ...rest];
}

test('gives the published G and p (PySAL halves the two-sided p)', () => {
  const { value, p } = globalG(values, neighbours);
  expect(value).toBeCloseTo(0.55709779, 8);
  expect(p / 2).toBeCloseTo(0.172936, 6);
});

test('has the mean and variance of G over all 720 orders of the values', () => {
  const { expected, variance } = globalG(values, neighbours);
  const all = [...orders([...values])].map((order) => globalG(Float64Array.from(order), neighbours).value);
  const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
  expect(mean).toBeCloseTo(expected, 12);
  expect(all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / all.length).toBeCloseTo(variance, 12);
});

test('does not depend on the unit', () => {
  const { z } = globalG(values, neighbours);
  expect(
    globalG(
      values.map((value) => value * 1000),
      neighbours,
    ).z,
  ).toBeCloseTo(z, 8);
});

test('judges nothing where nothing varies, nobody is near or places are few, and refuses negative values', () => {
  const apart = neighboursFromLists([[], [], [], [], [], []]);
  expect(globalG(values, apart)).toMatchObject({ z: 0, p: 1 });
  for (const value of [0, 0.1])
    expect(globalG(new Float64Array(6).fill(value), neighbours)).toMatchObject({ z: 0, p: 1 });
  expect(globalG(Float64Array.of(1), neighboursFromLists([[]]))).toMatchObject({ z: 0, p: 1 });
  expect(globalG(Float64Array.of(0, 0, 0, 0, 0, 1), neighbours)).toMatchObject({ z: 0, p: 1 });
  expect(() =>
    globalG(
      values.map((value) => -value),
      neighbours,
    ),
  ).toThrow(RangeError);
});

test('leaves out a place without a value', () => {
  const line = neighboursFromLists([[1], [0, 2], [1, 3], [2, 4], [3]]);
  const shorter = neighboursFromLists([[1], [0, 2], [1, 3], [2]]);
  const without = globalG(Float64Array.of(1, 5, 2, 8), shorter);
  expect(globalG(Float64Array.of(1, 5, 2, 8, Number.NaN), line)).toEqual(without);
});

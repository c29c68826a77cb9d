import { expect, test } from 'vitest';
import { classColors, classOf, logarithmicEdges, quantileEdges } from './classes.ts';

test('classes hold equal numbers, and equal values never part', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const edges = quantileEdges(values, 5);
  expect(edges).toEqual([3, 5, 7, 9]);
  expect(values.map((value) => classOf(value, edges))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  expect(quantileEdges([4, 4, 4], 5)).toEqual([]);
});

test('cells are parted by orders of magnitude', () => {
  expect(logarithmicEdges([1, 10, 100_000], 5)).toEqual([10, 100, 1000, 10_000]);
  expect(logarithmicEdges([0, 0], 5)).toEqual([]);
  expect(logarithmicEdges([3], 5)).toEqual([]);
});

test('few classes still reach both ends of the ramp', () => {
  expect(classColors(['a', 'b', 'c'], 2)).toEqual(['a', 'c']);
});

import { expect, test } from 'vitest';
import { chunks } from './limits.ts';

test('small loads are parted for two threads, large ones by what fits in memory, tiny ones not at all', () => {
  expect(chunks([1, 2, 3, 4], () => 400_000)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(chunks([1, 2, 3, 4, 5, 6], () => 2_000_000)).toEqual([[1], [2], [3], [4], [5], [6]]);
  expect(chunks([1, 2, 3], () => 10)).toEqual([[1, 2, 3]]);
  expect(chunks([1, 2], () => 9_000_000)).toEqual([[1], [2]]);
  expect(chunks([], () => 1)).toEqual([]);
});

import { expect, test } from 'vitest';
import { islands, neighboursFromLists, neighboursFromPairs } from './neighbours.ts';
import { rowStandardised } from './row-standardised.ts';

test('packs lists of neighbours, each once and never the place itself', () => {
  const { offsets, neighbours } = neighboursFromLists([[1, 2, 1], [0, 1], []]);
  expect([...offsets]).toEqual([0, 2, 3, 3]);
  expect([...neighbours]).toEqual([1, 2, 0]);
});

test('counts a pair both ways', () => {
  expect(
    neighboursFromPairs(3, [
      [2, 0],
      [0, 2],
    ]),
  ).toEqual(neighboursFromLists([[2], [], [0]]));
});

test('names the islands', () => {
  expect([...islands(neighboursFromLists([[1], [0], [], [0], []]))]).toEqual([2, 4]);
  expect([...islands(neighboursFromLists([]))]).toEqual([]);
});

test('refuses neighbours that are no places', () => {
  expect(() => neighboursFromLists([[1]])).toThrow(/neighbour 1/);
  expect(() => neighboursFromLists([[-1], []])).toThrow(RangeError);
  expect(() => neighboursFromPairs(2, [[0, 2]])).toThrow(RangeError);
});

test('row-standardised rows sum to 1 and islands to nothing', () => {
  const neighbours = neighboursFromLists([[1, 2], [0], [], []]);
  expect([...(rowStandardised(neighbours).values ?? [])]).toEqual([0.5, 0.5, 1]);
  const weighted = { ...neighbours, values: Float64Array.of(1, 3, 5) };
  expect([...(rowStandardised(weighted).values ?? [])]).toEqual([0.25, 0.75, 1]);
  expect([...weighted.values]).toEqual([1, 3, 5]);
});

import { expect, test } from 'vitest';
import { type Neighbours, neighboursFromLists } from './neighbours.ts';
import { polygonContiguity } from './polygon-contiguity.ts';
import { readCounties, readQueenContiguity } from './st-louis.ts';

const square = (x: number, y: number) => [
  [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ],
];

const pairsOf = ({ offsets, neighbours }: Neighbours): Set<string> =>
  new Set(
    [...offsets.subarray(1).keys()].flatMap((place) =>
      [...neighbours.subarray(offsets[place], offsets[place + 1])]
        .filter((other) => other > place)
        .map((other) => `${place}-${other}`),
    ),
  );

test('queen takes a corner, rook wants a border', () => {
  const outlines = [square(0, 0), square(1, 0), square(1, 1), square(5, 5)];
  expect(polygonContiguity(outlines)).toEqual(neighboursFromLists([[1, 2], [0, 2], [0, 1], []]));
  expect(polygonContiguity(outlines, 'rook')).toEqual(neighboursFromLists([[1], [0, 2], [1], []]));
});

test('finds the published contiguity about St Louis', () => {
  const published = neighboursFromLists(
    readQueenContiguity().map((list) => list.sort((one, other) => one - other)),
  );
  const { outlines } = readCounties();
  expect(polygonContiguity(outlines, 'rook')).toEqual(published);
  // The file is called queen, but leaves out the counties that meet in one corner only, at two points where
  // four meet.
  const corners = [...pairsOf(polygonContiguity(outlines))].filter((pair) => !pairsOf(published).has(pair));
  expect(corners).toEqual(['32-36', '34-39', '65-75', '66-72']);
});

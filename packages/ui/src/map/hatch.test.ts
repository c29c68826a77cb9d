import { expect, test } from 'vitest';
import { hatching } from './hatch.ts';

const square = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
];
const hole = [
  [1, 1],
  [3, 1],
  [3, 3],
  [1, 3],
];

test('lines fill a polygon from edge to edge and leave its holes empty', () => {
  const strokes = hatching([square, hole], 1);
  expect(strokes).toContainEqual([
    [0, 3],
    [1, 4],
  ]);
  const through = strokes.filter(([[x, y]]) => x === y);
  expect(through).toEqual([
    [
      [0, 0],
      [1, 1],
    ],
    [
      [3, 3],
      [4, 4],
    ],
  ]);
});

test('lines the other way fall', () => {
  for (const [[x, y], [nextX, nextY]] of hatching([square], 0.7, true)) {
    expect(nextX).toBeGreaterThan(x);
    expect(nextY).toBeLessThan(y);
  }
});

import { expect, test } from 'vitest';
import { boxAround } from './box.ts';

const square = (code: string, x: number, y: number) => ({
  code,
  ring: [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
  ] as [number, number][],
});
const cells = [square('a', 0, 0), square('b', 3, 2), square('stray', 90, 40)];
const weights: Record<string, number> = { a: 6000, b: 3999, stray: 1 };

test('the box holds the cells whole, and one stray among ten thousand does not widen it', () => {
  expect(boxAround(cells, (code) => weights[code] ?? 0)).toEqual([0, 0, 4, 3]);
  expect(boxAround(cells, () => 1)).toEqual([0, 0, 91, 41]);
});

test('no cells, no box', () => {
  expect(boxAround([], () => 1)).toBeNull();
});

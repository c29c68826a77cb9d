import { expect, test } from 'vitest';
import { bearing, isInside } from './place-at.ts';

const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
];

test('a point lies in an outline, and not in its holes', () => {
  const outline = [[square(0, 0, 3), square(1, 1, 1)], [square(5, 0, 1)]];
  expect([
    isInside([0.5, 0.5], outline),
    isInside([1.5, 1.5], outline),
    isInside([5.5, 0.5], outline),
  ]).toEqual([true, false, true]);
  expect(isInside([4, 0.5], outline)).toBe(false);
});

test('the eight directions go with the clock, and a degree of latitude has 111 km', () => {
  const way = (x: number, y: number) => bearing([0, 0], [x, y]).direction;
  expect([
    way(0, 1),
    way(1, 1),
    way(1, 0),
    way(1, -1),
    way(0, -1),
    way(-1, -1),
    way(-1, 0),
    way(-1, 1),
  ]).toEqual(['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw']);
  expect(bearing([117.5, 39.5], [117.5, 39.7]).km).toBeCloseTo(22.2, 1);
});

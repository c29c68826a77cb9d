import { expect, test } from 'vitest';
import { bearing, placeIn } from './cell-place.ts';
import type { Area } from './outline.ts';

const square = (code: string, west: number): Area => ({
  type: 'Feature',
  properties: { code, en: code, zh: code } as unknown as Area['properties'],
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 39],
        [west + 1, 39],
        [west + 1, 40],
        [west, 40],
        [west, 39],
      ],
    ],
  },
});

test('a place is told by the area it lies in and the way from its middle', () => {
  const found = placeIn([square('a', 116), square('b', 117)], [116, 39, 118, 40], [117.5, 39.7]);
  expect([found.area?.properties.code, found.direction]).toEqual(['b', 'n']);
  expect(found.km).toBeCloseTo(22.2, 1);
});

test('the eight directions go with the clock', () => {
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
});

import type { Area } from '@hotline-atlas/ui/map/outline.ts';
import { expect, test } from 'vitest';
import { neighboursOf } from './neighbours.ts';

const square = (code: string, x: number, y: number): Area => ({
  type: 'Feature',
  properties: { code, en: code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
        [x, y],
      ],
    ],
  },
});

test('areas that have a corner in common are neighbours, across an inaccuracy of a few metres', () => {
  const areas = [square('here', 0, 0), square('east', 1.0001, 0), square('far', 5, 5)];
  expect(neighboursOf('here', areas)).toEqual(['east']);
  expect(neighboursOf('nowhere', areas)).toEqual([]);
});

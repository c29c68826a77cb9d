import { expect, test } from 'vitest';
import { dashes } from './dash.ts';

test('dashes go on around corners: six pixels drawn, four left', () => {
  // On the equator, 10 pixels a degree: two sides of 0.8 and 1.2 degrees are 8 and 12 pixels.
  const ring = [
    [0, 0],
    [0.8, 0],
    [0.8, 1.2],
  ];
  const told = dashes([ring], 10).map((stroke) =>
    stroke.flat().map((value) => Math.round(value * 100) / 100),
  );
  expect(told).toEqual([
    [0, 0, 0.6, 0],
    [0.8, 0.2, 0.8, 0.8],
  ]);
});

test('a degree of latitude is as many pixels longer as the map of the web makes it', () => {
  const north = [
    [0, 60],
    [0, 61],
  ];
  expect(dashes([north], 10)).toHaveLength(2);
});

test('a border of two areas is dashed once', () => {
  const border = [
    [0, 0],
    [1, 0],
  ];
  expect(dashes([border, [...border].reverse()], 10)).toEqual(dashes([border], 10));
});

import { expect, test } from 'vitest';
import { boundsProblem } from './city-place.ts';

const places: [zone: string, west: number, south: number, east: number, north: number][] = [
  ['America/New_York', -74.27, 40.48, -73.68, 40.93],
  ['Europe/Berlin', 9.03, 48.68, 9.33, 48.88],
  ['Europe/London', -0.51, 51.28, 0.33, 51.69],
  ['Europe/Madrid', -8.5, 43.3, -8.3, 43.4],
];

test.each(places)(
  'bounds in %s that are latitude first are found by the clocks',
  (zone, west, south, east, north) => {
    expect(boundsProblem([west, south, east, north], zone)).toBeNull();
    if (zone !== 'Europe/Madrid')
      expect(boundsProblem([south, west, north, east], zone)).toContain('is it latitude first?');
  },
);

test('clocks far from the sun are no mistake', () => {
  expect(boundsProblem([75.8, 39.3, 76.2, 39.6], 'Asia/Shanghai')).toBeNull();
  expect(boundsProblem([-157.6, 1.7, -157.1, 2.1], 'Pacific/Kiritimati')).toBeNull();
});

import { expect, test } from 'vitest';
import { apart, tickPositions } from './lines.ts';

test('ticks keep to the same months, however narrow the picture', () => {
  expect(tickPositions(72, 1200, 'month').slice(0, 3)).toEqual([0, 4, 8]);
  expect(tickPositions(72, 480, 'month')).toEqual([0, 12, 24, 36, 48, 60]);
});

test('what is longer than any even step has as many ticks as fit', () => {
  expect(tickPositions(3000, 640, 'week')).toHaveLength(10);
});

test('names at the ends of lines keep apart, the highest stays', () => {
  expect(apart([0, 0, 0.5])).toEqual([0, 14, 0]);
  expect(apart([0.02, null, 0])).toEqual([0, 0, 11]);
});

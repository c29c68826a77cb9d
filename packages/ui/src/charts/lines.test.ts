import { expect, test } from 'vitest';
import { light } from '../theme/tokens.ts';
import { apart, shareRange, tickPositions, valueAxis } from './lines.ts';

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

test('an axis of shares never leaves 0 to 100 per cent', () => {
  expect(shareRange(0.54, 1)).toEqual({ min: 0.4, max: 1 });
  expect(shareRange(0, 1)).toEqual({ min: 0, max: 1 });
  expect(shareRange(0.971, 0.978)).toEqual({ min: 0.97, max: 0.978 });
  expect(shareRange(1, 1)).toEqual({ min: 0.99, max: 1 });
});

test('an axis of counts has whole numbers only', () => {
  expect(valueAxis(2, 'count', false, { palette: light, language: 'en', width: 600 })).toMatchObject({
    minInterval: 1,
  });
});

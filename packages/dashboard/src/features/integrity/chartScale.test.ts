import { expect, test } from 'vitest';
import { chartScale, labelledPositions, roundUp } from './chartScale.ts';

test('the scale ends at a round number above everything, and shares at 1', () => {
  expect([roundUp(0), roundUp(7), roundUp(8), roundUp(41), roundUp(0.03)]).toEqual([1, 8, 8, 50, 0.03]);
  const bars = { labels: ['a', 'b'], observed: [12, null], expected: [3, 17], marked: [] };
  expect(chartScale({ form: 'reasons', ...bars }).most).toBe(20);
  expect(chartScale({ form: 'reasons', ...bars }).up(10)).toBe(0.5);
  expect(chartScale({ form: 'months', ...bars, observed: [0.8, 0.6], expected: [0.9, 0.9] }).most).toBe(1);
});

test('the last position always has its label', () => {
  expect(labelledPositions(50, 5)).toEqual([9, 19, 29, 39, 49]);
  expect(labelledPositions(3, 6)).toEqual([0, 1, 2]);
});

import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

const rounded = (successes: number, trials: number): number[] => {
  const { lower, upper } = wilsonInterval(successes, trials);
  return [lower, upper].map((bound) => Math.round(bound * 1e4) / 1e4);
};

test('gives the published intervals', () => {
  expect(rounded(10, 100)).toEqual([0.0552, 0.1744]);
  expect(rounded(0, 20)).toEqual([0, 0.1611]);
  expect(rounded(20, 20)).toEqual([0.8389, 1]);
});

test('knows nothing without cases and refuses what is no share', () => {
  expect(wilsonInterval(0, 0)).toEqual({ lower: 0, upper: 1 });
  expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
  expect(() => wilsonInterval(Number.NaN, 2)).toThrow(RangeError);
});

test('mirrors when successes and failures change places, and narrows with the sample', () => {
  const { lower, upper } = wilsonInterval(3, 17);
  const mirrored = wilsonInterval(14, 17);
  expect(mirrored.lower).toBeCloseTo(1 - upper, 12);
  expect(mirrored.upper).toBeCloseTo(1 - lower, 12);
  expect(wilsonInterval(300, 1700).upper).toBeLessThan(upper);
});

import { expect, test } from 'vitest';
import { funnelLimit, funnelLimits, placeInFunnel } from './funnel.ts';

const dot = (numerator: number, size: number) => ({ code: 'x', numerator, size, rate: numerator / size });

test('limits of 10 at one half, by hand from the binomial distribution', () => {
  // P(R ≤ 1) = 11/1024 = 0.0107, P(R = 2) = 45/1024: 2 − (56/1024 − 0.025) / (45/1024) = 1.3248 of 10.
  const { low, high, farLow, farHigh } = funnelLimit(10, 0.5);
  expect(low).toBeCloseTo(0.13244, 4);
  expect(low + high).toBeCloseTo(0.9, 1);
  expect(farLow).toBeLessThan(low);
  expect(farHigh).toBeGreaterThan(high);
});

test('limits come closer as units grow, and stay within 0 and 1', () => {
  const limits = funnelLimits(5000, 0.97);
  for (const { low, high, farLow, farHigh } of limits) {
    expect(farLow).toBeGreaterThanOrEqual(0);
    expect(farLow).toBeLessThanOrEqual(low);
    expect(high).toBeLessThanOrEqual(farHigh);
    expect(farHigh).toBeLessThanOrEqual(1);
  }
  expect(limits.at(-1)?.low).toBeGreaterThan(0.96);
  expect(limits.at(-1)?.size).toBe(5000);
  expect(funnelLimit(3, 1)).toMatchObject({ low: 1, farHigh: 1 });
});

test('what is rarer than one of 40, or of 1,000, lies outside; all of ten at 97 % is nothing', () => {
  expect(placeInFunnel(dot(10, 10), 0.97)).toBe('inside');
  expect(placeInFunnel(dot(80, 100), 0.97)).toBe('far_outside');
  // P(R ≤ 92 of 100 at 0.97) = 0.0107, counted from the distribution.
  expect(placeInFunnel(dot(92, 100), 0.97)).toBe('outside');
  expect(placeInFunnel(dot(300, 300), 0.97)).toBe('far_outside');
  expect(placeInFunnel(dot(0, 5), 0)).toBe('inside');
});

import { expect, test } from 'vitest';
import { shareFunnelLimits } from './funnel-limits.ts';
import { angleError, angleOfShare, shareAngles } from './share-angles.ts';
import { overdispersedFunnelLimits } from './share-funnel.ts';

test('without a spread between units they are nearly the exact limits', () => {
  const sizes = Float64Array.of(50, 200, 1000, 20_000);
  for (const target of [0.3, 0.9]) {
    const [near, exact] = [overdispersedFunnelLimits(sizes, target, 0), shareFunnelLimits(sizes, target)];
    near.lower.forEach((bound, unit) => {
      expect(Math.abs(bound - (exact.lower[unit] ?? 0))).toBeLessThan(0.6 / (sizes[unit] ?? 1));
    });
  }
});

test('a unit on the limit has the score of the limit', () => {
  const [sizes, variance] = [Float64Array.of(40), 0.01];
  const { lower } = overdispersedFunnelLimits(sizes, 0.9, variance);
  const { angles } = shareAngles(Float64Array.of((lower[0] ?? 0) * 40), sizes);
  const score = ((angles[0] ?? 0) - angleOfShare(0.9)) / Math.sqrt(angleError(40) ** 2 + variance);
  expect(score).toBeCloseTo(-1.96, 3);
});

test('a spread leaves a funnel that does not close', () => {
  const { lower, upper } = overdispersedFunnelLimits(Float64Array.of(1e9), 0.5, 0.01);
  expect(lower[0]).toBeCloseTo(Math.sin(Math.PI / 4 - 0.196) ** 2, 4);
  expect(upper[0]).toBeCloseTo(Math.sin(Math.PI / 4 + 0.196) ** 2, 4);
});

import { expect, test } from 'vitest';
import { shrunkenShares } from './share-shrinkage.ts';

test('by hand: ten trials are added, at the share that is expected', () => {
  const { shares, ownShare, lower, upper } = shrunkenShares(
    Float64Array.of(0, 90, 0),
    Float64Array.of(10, 90, 0),
    Float64Array.of(0.5, 0.5, 0.5),
    10,
  );
  expect([...shares]).toEqual([0.25, 0.95, 0.5]);
  expect([...ownShare]).toEqual([0.5, 0.9, 0]);
  // beta(5, 15): the quantiles 0.025 and 0.975.
  expect(lower[0]).toBeCloseTo(0.0915, 3);
  expect(upper[0]).toBeCloseTo(0.4557, 3);
});

test('where all true shares are one, nothing of a unit is its own', () => {
  const expected = Float64Array.of(0.7);
  expect(shrunkenShares(Float64Array.of(1), Float64Array.of(9), expected, Number.POSITIVE_INFINITY)).toEqual({
    shares: expected,
    ownShare: Float64Array.of(0),
    lower: expected,
    upper: expected,
  });
});

import { expect, test } from 'vitest';
import { angleError, angleOfShare, shareAngles, shareOfAngle } from './share-angles.ts';

test('by hand: half is π/4, and the error depends on the trials alone', () => {
  expect(angleOfShare(0.5)).toBeCloseTo(Math.PI / 4, 12);
  const { angles, errors } = shareAngles(Float64Array.of(5, 0), Float64Array.of(10, 0));
  expect(angles[0]).toBeCloseTo(Math.PI / 4, 12);
  expect(angles[1]).toBeNaN();
  expect(errors[0]).toBeCloseTo(1 / Math.sqrt(42), 12);
});

test('there and back, held within 0 and 1', () => {
  for (const share of [0, 0.03, 0.6, 1]) expect(shareOfAngle(angleOfShare(share))).toBeCloseTo(share, 12);
  expect([shareOfAngle(-1), shareOfAngle(3)]).toEqual([0, 1]);
});

test('near a share of 97 % it tells tails nearly as the binomial distribution does', () => {
  // 26 of 30 with 0.97: P(X < 26) + P(X = 26) / 2 = 0.0069, a score of −2.46.
  const { angles } = shareAngles(Float64Array.of(26), Float64Array.of(30));
  expect(((angles[0] ?? 0) - angleOfShare(0.97)) / angleError(30)).toBeCloseTo(-2.35, 2);
});

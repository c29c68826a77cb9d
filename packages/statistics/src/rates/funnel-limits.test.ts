import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { expect, test } from 'vitest';
import { rateFunnelLimits, shareFunnelLimits } from './funnel-limits.ts';

test('one case and one coin: limits by hand', () => {
  // P(R ≤ 0) = 1/2 = P(R = 0). At 0.25 the count is 0 − (0.5 − 0.25) / 0.5, held at 0; at 0.75 it is 1 − (1 −
  // 0.75) / 0.5 = 0.5.
  const { lower, upper } = shareFunnelLimits(Float64Array.of(1), 0.5, 0.5);
  expect(lower[0]).toBe(0);
  expect(upper[0]).toBeCloseTo(0.5, 14);
});

test('limits of a large unit are those of the normal distribution', () => {
  const z = normalQuantile(0.975, 0, 1);
  const share = shareFunnelLimits(Float64Array.of(1e6), 0.3);
  expect(share.upper[0]).toBeCloseTo(0.3 + z * Math.sqrt(0.21 / 1e6), 5);
  expect(share.lower[0]).toBeCloseTo(0.3 - z * Math.sqrt(0.21 / 1e6), 5);
  const rate = rateFunnelLimits(Float64Array.of(1e6), 0.3);
  expect(rate.upper[0]).toBeCloseTo(0.3 + z * Math.sqrt(0.3 / 1e6), 5);
  expect(rate.lower[0]).toBeCloseTo(0.3 - z * Math.sqrt(0.3 / 1e6), 5);
});

test('limits narrow with size, enclose the target, widen with confidence and mirror for the other share', () => {
  const sizes = Float64Array.of(20, 50, 200, 1000, 20_000);
  for (const limits of [shareFunnelLimits(sizes, 0.2), rateFunnelLimits(sizes, 0.2)]) {
    const widths = limits.upper.map((upper, unit) => upper - (limits.lower[unit] ?? 0));
    expect([...widths]).toEqual([...widths].sort((one, other) => other - one));
    expect(limits.lower.every((bound) => bound < 0.2) && limits.upper.every((bound) => bound > 0.2)).toBe(
      true,
    );
  }
  const [narrow, wide] = [shareFunnelLimits(sizes, 0.2), shareFunnelLimits(sizes, 0.2, 0.998)];
  expect(wide.upper.every((bound, unit) => bound > (narrow.upper[unit] ?? 1))).toBe(true);
});

test('a unit without cases has no limits, and a target without chance is refused', () => {
  expect([...shareFunnelLimits(Float64Array.of(0, Number.NaN), 0.5).upper]).toEqual([Number.NaN, Number.NaN]);
  expect([...rateFunnelLimits(Float64Array.of(0), 0.5).lower]).toEqual([Number.NaN]);
  for (const target of [0, 1, Number.NaN])
    expect(() => shareFunnelLimits(Float64Array.of(5), target)).toThrow(RangeError);
  expect(() => rateFunnelLimits(Float64Array.of(5), 0)).toThrow(RangeError);
});

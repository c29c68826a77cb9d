import { describe, expect, test } from 'vitest';
import { bridge } from './bridge.ts';
import { leaveOut } from './spans.ts';

const gap = Number.NaN;
const worst = (a: Float64Array, b: Float64Array) =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? gap))));

describe('bridging a gap', () => {
  test('a line from edge to edge; the nearest value at the ends; what was there stays', () => {
    const { values, bridged } = bridge(Float64Array.of(gap, 2, gap, gap, 8, 5, gap), 1);
    expect([...values]).toEqual([2, 2, 4, 6, 8, 5, 5]);
    expect([...bridged]).toEqual([1, 0, 1, 1, 0, 0, 1]);
  });

  test('a year left out of four comes back with its season', () => {
    const whole = Float64Array.from(
      { length: 60 },
      (_, t) => 100 + t + 20 * Math.sin((2 * Math.PI * t) / 12),
    );
    const days = Int32Array.from({ length: 60 }, (_, t) => 30 * t);
    const left = leaveOut(whole, days, [{ from: 30 * 24, to: 30 * 36 }]);
    expect(left.filter(Number.isNaN)).toHaveLength(12);
    expect(worst(bridge(left, 12).values, whole)).toBeLessThan(2);
    expect(worst(bridge(left, 1).values, whole)).toBeGreaterThan(15);
  });

  test('without gaps nothing changes; zeros stay zeros; too little is refused', () => {
    const values = Float64Array.of(3, 1, 4, 1, 5);
    expect(bridge(values, 2).values).toEqual(values);
    expect(bridge(new Float64Array(12).with(4, gap), 3).values).toEqual(new Float64Array(12));
    expect([...bridge(Float64Array.of(1, gap, 3), 12).values]).toEqual([1, 2, 3]);
    expect(() => bridge(Float64Array.of(gap, 1, gap), 1)).toThrow(
      expect.objectContaining({ reason: 'too-short' }),
    );
    expect(() => bridge(Float64Array.of(1, gap, Infinity), 1)).toThrow(
      expect.objectContaining({ reason: 'not-finite' }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../random.ts';
import { mannKendall } from './mann-kendall.ts';

const series = (...values: number[]) => Float64Array.from(values);

describe('Mann-Kendall', () => {
  test('five rising values (recomputed by hand)', () => {
    const { s, variance, z, p, tau, direction } = mannKendall(series(1, 2, 3, 4, 5));
    expect([s, tau, direction]).toEqual([10, 1, 'up']);
    expect(variance).toBeCloseTo(16.6667, 4);
    expect(z).toBeCloseTo(2.204541, 6);
    expect(p).toBeCloseTo(0.027486, 6);
  });

  test('ties shrink the variance: a pair and a triple among seven', () => {
    // (7·6·19 − 2·1·9 − 3·2·11) / 18 = 714 / 18; rising pairs 17, falling 0, four tied.
    const { s, variance } = mannKendall(series(1, 1, 2, 3, 3, 3, 4));
    expect(s).toBe(17);
    expect(variance).toBeCloseTo(714 / 18, 12);
  });

  test('reversal turns the sign and nothing else; a rising function of the values changes nothing', () => {
    const values = series(3, 1, 4, 1, 5, 9, 2, 6, 5, 3);
    const forward = mannKendall(values);
    const backward = mannKendall(values.slice().reverse());
    expect([backward.s, backward.z, backward.p]).toEqual([-forward.s, -forward.z, forward.p]);
    expect(mannKendall(values.map(Math.exp))).toEqual(forward);
  });

  test('equal values, two values and gaps have an answer; one value and infinity are refused', () => {
    expect(mannKendall(series(4, 4, 4, 4))).toMatchObject({ s: 0, z: 0, p: 1, direction: 'none' });
    expect(mannKendall(series(1, 2))).toMatchObject({ s: 1, z: 0, p: 1 });
    expect(mannKendall(series(1, Number.NaN, 2, 3))).toEqual(mannKendall(series(1, 2, 3)));
    expect(() => mannKendall(series(1))).toThrow(expect.objectContaining({ reason: 'too-short' }));
    expect(() => mannKendall(series(1, Infinity))).toThrow(expect.objectContaining({ reason: 'not-finite' }));
  });

  test('without a trend p is close to uniform (2,000 seeded series of 30)', () => {
    const random = seededRandom(4);
    const ps = Array.from({ length: 2000 }, () => mannKendall(Float64Array.from({ length: 30 }, random)).p);
    for (const level of [0.05, 0.2, 0.5, 0.8])
      expect(Math.abs(ps.filter((p) => p < level).length / 2000 - level)).toBeLessThan(0.03);
  });
});

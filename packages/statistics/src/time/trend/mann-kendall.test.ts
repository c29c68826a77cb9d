import { describe, expect, test } from 'vitest';
import { randomInteger, seededRandom } from '../../random.ts';
import { hamedRao } from './hamed-rao.ts';
import { mannKendall } from './mann-kendall.ts';
import { senSlope } from './sen-slope.ts';

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

describe('Hamed and Rao', () => {
  /** A first-order autoregressive series without a trend. */
  const autoregressive = (random: () => number, coefficient: number) => {
    let state = 0;
    return Float64Array.from({ length: 60 }, () => {
      state = coefficient * state + random() - 0.5;
      return state;
    });
  };
  const alarms = (test: (values: Float64Array) => { p: number }, coefficient: number) => {
    const random = seededRandom(11);
    const count = Array.from({ length: 500 }, () => test(autoregressive(random, coefficient)).p < 0.05);
    return count.filter(Boolean).length / 500;
  };

  test('the correction by hand: 0, 1, 0, 1', () => {
    // Sen's slope 1/6; ranks of what is left 2, 4, 1, 3; correlations −0.75, 0.3, −0.05. At level 0.5 a lag counts above
    // 0.6745/√4 = 0.337, so the first alone: 1 + 2·(3·2·1·−0.75) / (4·3·2) = 0.625. At 0.05 (0.98) none does.
    expect(hamedRao(series(0, 1, 0, 1), 0.5).correction).toBeCloseTo(0.625, 12);
    expect(hamedRao(series(0, 1, 0, 1)).correction).toBe(1);
  });

  test('it can change the verdict: a slow fall hidden by the seasons', () => {
    const values = Float64Array.from({ length: 24 }, (_, i) => 10 * Math.cos((i * Math.PI) / 6) - 0.3 * i);
    expect(mannKendall(values).direction).toBe('none');
    expect(hamedRao(values).direction).toBe('down');
  });

  test('persistent noise passes for a trend without it, less with it, and least with three lags', () => {
    const plain = alarms((values) => mannKendall(values), 0.7);
    const allLags = alarms((values) => hamedRao(values), 0.7);
    const threeLags = alarms((values) => hamedRao(values, 0.05, 3), 0.7);
    expect(plain).toBeGreaterThan(0.35);
    expect(allLags).toBeLessThan(0.3);
    expect(threeLags).toBeLessThan(plain / 2);
  });

  test('equal values have an answer, gaps are refused', () => {
    expect(hamedRao(series(1, 1, 1, 1))).toMatchObject({ p: 1, correction: 1 });
    expect(() => hamedRao(series(1, Number.NaN, 2))).toThrow(
      expect.objectContaining({ reason: 'not-finite' }),
    );
  });
});

describe('Sen’s slope', () => {
  test('the median of the slopes, with ranks of the interval by hand', () => {
    // Slopes of 1, 3, 4, 8: 1, 1.5, 2, 7/3, 2.5, 4. var S = 4·3·13/18 = 8.667, C = 1.6449·2.944 = 4.842;
    // ranks (6 − 4.842)/2 = 0.579 → below the first; (6 + 4.842)/2 + 1 = 6.42 → above the last.
    const { slope, lower, upper, intercept } = senSlope(series(1, 3, 4, 8), 0.9);
    expect(slope).toBeCloseTo((2 + 7 / 3) / 2, 12);
    expect([lower, upper]).toEqual([1, 4]);
    expect(intercept).toBeCloseTo(3.5 - 1.5 * slope, 12);
  });

  test('moves with the scale, not with the level; one wild value does not move it', () => {
    const line = Float64Array.from({ length: 20 }, (_, i) => 5 + 2 * i);
    expect(senSlope(line)).toEqual({ slope: 2, lower: 2, upper: 2, intercept: 5 });
    expect(senSlope(line.with(7, 1e6)).slope).toBe(2);
    const random = seededRandom(3);
    const noise = Float64Array.from({ length: 30 }, () => randomInteger(random, 100));
    expect(senSlope(noise.map((value) => 3 * value + 7)).slope).toBeCloseTo(3 * senSlope(noise).slope, 9);
  });
});

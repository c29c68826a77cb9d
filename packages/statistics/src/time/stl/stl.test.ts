import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../random.ts';
import { referenceRows } from '../../reference-data.ts';
import { mstl } from './mstl.ts';
import { stl } from './stl.ts';
import type { StlOptions } from './stl-settings.ts';

const seasonalSeries = (n: number, period: number, seed = 1) => {
  const random = seededRandom(seed);
  return Float64Array.from(
    { length: n },
    (_, i) => 100 + i / 4 + 10 * Math.sin((2 * Math.PI * i) / period) + random(),
  );
};
const worst = (a: Float64Array, b: ArrayLike<number>) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);
const relative = (a: Float64Array, b: readonly number[]) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value / (b[i] ?? Number.NaN) - 1)), 0);

const cleveland: StlOptions = {
  period: 12,
  seasonalWindow: 35,
  trendWindow: 19,
  lowPassWindow: 13,
  seasonalDegree: 1,
  trendDegree: 1,
  lowPassDegree: 1,
  seasonalJump: 4,
  trendJump: 2,
  lowPassJump: 2,
  innerIterations: 1,
  outerIterations: 2,
};

describe('published decompositions', () => {
  test.each(['baseline', 'short'])('Cleveland’s Fortran on monthly CO2, %s', (scenario) => {
    const values = Float64Array.from(referenceRows('co2-monthly.csv').flat(), Number);
    const expected = referenceRows('co2-stl-expected.csv.gz').filter(([name]) => name === scenario);
    const column = (i: number) => expected.map((row) => Number(row[i]));
    const fit = stl(values.subarray(0, expected.length), cleveland);
    expect(relative(fit.seasonal, column(2))).toBeLessThan(1e-7);
    expect(relative(fit.trend, column(3))).toBeLessThan(1e-7);
    expect(relative(fit.weights, column(4))).toBeLessThan(1e-7);
  });

  test('R’s forecast::mstl on hourly electricity, days and weeks', () => {
    const values = Float64Array.from(referenceRows('electricity-hourly.csv.gz').slice(1), (row) =>
      Number(row[1]),
    );
    const expected = referenceRows('electricity-mstl-expected.csv.gz').slice(1);
    const fit = mstl(values, { periods: [24, 168], seasonalJump: 1, trendJump: 1, lowPassJump: 1 });
    expect(expected).toHaveLength(301);
    [fit.trend, ...fit.seasonals, fit.remainder].forEach((part, index) => {
      const own = Float64Array.from(expected, (row) => part[Number(row[0])] ?? Number.NaN);
      const published = expected.map((row) => Number(row[index + 2]));
      expect(worst(own, published)).toBeLessThan(1e-6);
    });
  });
});

describe('STL', () => {
  const quarters = Float64Array.of(3, 9, 4, 12, 5, 11, 6, 15, 7, 12, 40, 17, 9, 14, 10, 20, 11, 17, 12, 22);

  test('the defaults are those of R’s stl: periodic, robust, window 7', () => {
    const periodic = stl(quarters, { period: 4, seasonalWindow: 'periodic' });
    const season = [-5.1881179673159, -0.0410079841185, 1.3395037569442, 3.8896362348016];
    expect(relative(periodic.seasonal.subarray(0, 4), season)).toBeLessThan(1e-10);
    expect(periodic.trend[10]).toBeCloseTo(20.18773476809, 9);
    const robust = stl(quarters, { period: 4, seasonalWindow: 'periodic', robust: true });
    expect(robust.trend[10]).toBeCloseTo(11.0867154164, 9);
    expect([robust.weights[0], robust.weights[10]]).toEqual([expect.closeTo(0.973321454655, 9), 0]);
    const changing = stl(quarters, { period: 4, seasonalWindow: 7 });
    expect(changing.seasonal[0]).toBeCloseTo(-5.12851915521, 9);
    expect(changing.remainder[19]).toBeCloseTo(2.25236061985, 9);
  });

  test('the parts add up; a shift goes to the trend, a scale to all of them', () => {
    const values = seasonalSeries(84, 12);
    const options: StlOptions = { period: 12, seasonalWindow: 13, robust: true };
    const fit = stl(values, options);
    const moved = stl(
      values.map((value) => 3 * value + 50),
      options,
    );
    expect(
      worst(
        values,
        fit.seasonal.map((s, i) => s + (fit.trend[i] ?? 0) + (fit.remainder[i] ?? 0)),
      ),
    ).toBeLessThan(1e-12);
    expect(
      worst(
        moved.seasonal,
        fit.seasonal.map((s) => 3 * s),
      ),
    ).toBeLessThan(1e-9);
    expect(
      worst(
        moved.trend,
        fit.trend.map((t) => 3 * t + 50),
      ),
    ).toBeLessThan(1e-9);
    expect(worst(moved.weights, fit.weights)).toBeLessThan(1e-9);
  });

  test('a season and a line come back apart', () => {
    const values = Float64Array.from({ length: 48 }, (_, i) => 5 + i / 2 + ([3, -1, -4, 2][i % 4] ?? 0));
    const fit = stl(values, { period: 4, seasonalWindow: 'periodic', innerIterations: 20 });
    expect(worst(fit.seasonal.subarray(0, 4), [3, -1, -4, 2])).toBeLessThan(0.01);
  });

  test('equal values are all trend, even robust; zeros stay zeros', () => {
    const fit = stl(new Float64Array(40).fill(7), { period: 7, seasonalWindow: 7, robust: true });
    expect(worst(fit.trend, new Float64Array(40).fill(7))).toBeLessThan(1e-12);
    expect(worst(fit.seasonal, new Float64Array(40))).toBeLessThan(1e-12);
    expect(stl(new Float64Array(20), { period: 4, seasonalWindow: 7 }).remainder).toEqual(
      new Float64Array(20),
    );
  });

  test('too short, gaps and even windows are refused with what to do', () => {
    const options: StlOptions = { period: 12, seasonalWindow: 7 };
    expect(() => stl(new Float64Array(23), options)).toThrow(
      expect.objectContaining({ reason: 'too-short' }),
    );
    expect(() => stl(seasonalSeries(36, 12).with(3, Number.NaN), options)).toThrow('bridge the gap first');
    expect(() => stl(seasonalSeries(36, 12), { ...options, seasonalWindow: 8 })).toThrow('take 9');
    expect(() => stl(seasonalSeries(36, 12), { ...options, period: 1 })).toThrow('The period');
    expect(() => mstl(seasonalSeries(36, 12), { periods: [4, 18] })).toThrow(
      expect.objectContaining({ reason: 'too-short' }),
    );
  });

  test('two seasons come back apart', () => {
    const week = [0, 2, 4, 3, 1, -5, -5];
    const values = Float64Array.from({ length: 280 }, (_, i) => (week[i % 7] ?? 0) + ((i % 28) - 13.5) / 5);
    const { seasonals } = mstl(values, { periods: [7, 28] });
    const middle = (i: number) => Array.from(seasonals[i]?.subarray(140, 168) ?? []);
    const both = middle(0).map((value, i) => value + (middle(1)[i] ?? 0));
    expect(worst(values.subarray(140, 168), both)).toBeLessThan(0.1);
  });
});

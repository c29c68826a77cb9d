import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../random.ts';
import { mannKendall } from './mann-kendall.ts';
import { seasonalTrend } from './seasonal-trend.ts';
import { shareCalled, type TrendNull } from './trend-nulls.ts';

const series = (...values: number[]) => Float64Array.from(values);

describe('seasonal Kendall', () => {
  test('three years of two seasons by hand', () => {
    // First season 1, 3, 2: two pairs rise, one falls; second 9, 8, 7: three fall. S = 1 − 3 = −2; each
    // variance 3·2·11/18 = 11/3.
    // Slopes a step: 1, 1/4, −1/2 and three of −1/2; their median −1/2.
    const { s, variance, correction, slope, tau } = seasonalTrend(series(1, 9, 3, 8, 2, 7), 2);
    expect([s, slope]).toEqual([-2, -0.5]);
    expect(variance / correction).toBeCloseTo(22 / 3, 12);
    expect(tau).toBeCloseTo(-1 / 3, 12);
  });

  test('without seasons, in independent values, it is Mann-Kendall', () => {
    const values = series(3, 1, 4, 1.5, 5, 9, 2, 6);
    expect(seasonalTrend(values, 1).s).toBe(mannKendall(values).s);
    expect(seasonalTrend(series(5, 1, 6, 2, 5, 1, 6, 2), 1).correction).toBe(1);
  });

  test('a season does not hide a trend, and is none; a gap keeps its length', () => {
    const random = seededRandom(2);
    const wave = (step: number) => 50 * Math.sin((step * Math.PI) / 6);
    const rising = Float64Array.from({ length: 72 }, (_, i) => wave(i) + 0.5 * i + 4 * random());
    expect(seasonalTrend(rising, 12)).toMatchObject({ direction: 'up', slope: expect.closeTo(0.5, 1) });
    const gap = rising.map((value, i) => (i >= 20 && i < 40 ? Number.NaN : value));
    expect(seasonalTrend(gap, 12)).toMatchObject({ direction: 'up', slope: expect.closeTo(0.5, 1), n: 52 });
    const level = Float64Array.from({ length: 30 }, (_, i) => wave(i) + 4 * random());
    expect(seasonalTrend(level, 12).direction).toBe('none');
  });

  test('equal values, seasons without a pair and too few values have an answer', () => {
    expect(seasonalTrend(new Float64Array(30).fill(4), 12)).toMatchObject({ s: 0, p: 1, slope: 0 });
    expect(seasonalTrend(series(1, 2, 3), 12)).toMatchObject({ s: 0, p: 1, slope: 0 });
    expect(() => seasonalTrend(series(1), 1)).toThrow(expect.objectContaining({ reason: 'too-short' }));
    expect(() => seasonalTrend(series(1, Infinity), 1)).toThrow('finite');
  });
});

describe('without a trend it is called in one of twenty (seeded; more in test/trial/trend-level.ts)', () => {
  const month = { period: 12, season: 20 };
  const nulls: TrendNull[] = [
    { ...month, steps: 36, correlation: 0.3 },
    { ...month, steps: 72, correlation: 0 },
    { ...month, steps: 72, correlation: 0.6 },
    { ...month, steps: 72, correlation: 0.3, gap: [18, 54] },
    { ...month, steps: 72, correlation: 0.6, gap: [20, 44] },
    { period: 52, season: 20, steps: 156, correlation: 0.6 },
    { period: 7, season: 20, steps: 120, correlation: 0.6 },
  ];

  test.each(nulls)('$steps steps, season of $period, correlation $correlation, gap $gap', (one) => {
    expect(shareCalled(one, 400, 3)).toBeLessThan(0.08);
  });
});

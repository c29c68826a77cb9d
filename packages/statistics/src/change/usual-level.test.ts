import { expect, test } from 'vitest';
import { commonVariance, drawnDispersion, earlierSpread, factorAt } from './earlier-dispersion.ts';
import { seasonalCourse } from './seasonal-exposure.ts';
import { usualBounds, usualP, usualScore } from './usual-level.ts';

const byChance = { factor: 1, freedom: 15 };
const eight = (...counts: number[]) => earlierSpread(Float64Array.from(counts), new Float64Array(8).fill(7));

test('a count beside eight equal periods: binomial with one of nine at mid-p, by hand', () => {
  // 5 of 5: half of (1/9)^5 on one side.
  expect(usualP(5, { earlier: 0, share: 1 / 8, dispersion: byChance })).toBeCloseTo(9 ** -5, 10);
  // 0 of 40: half of (8/9)^40 on one side.
  expect(usualP(0, { earlier: 40, share: 1 / 8, dispersion: byChance })).toBeCloseTo((8 / 9) ** 40, 10);
  expect(usualScore(0, { earlier: 0, share: 1 / 8, dispersion: byChance })).toBe(0);
});

test('counts that vary more are beta-binomial: Polya urn, by hand', () => {
  // Concentration (6 − 2) ÷ (2 − 1) = 4 for the earlier periods and 2 for now: 3 of 3 more would be 2·3·4 ÷
  // (6·7·8) were nothing earlier known; of 9 in all, P(9) = 2·3·…·10 ÷ (6·7·…·14).
  const level = { earlier: 6, share: 1 / 2, dispersion: { factor: 2, freedom: 1e9 } };
  const weight = (now: number) => {
    const rising = (from: number, steps: number) =>
      Array.from({ length: steps }, (_, at) => from + at).reduce((all, each) => all * each, 1);
    const choose = rising(9 - now + 1, now) / rising(1, now);
    return (choose * rising(2, now) * rising(4, 9 - now)) / rising(6, 9);
  };
  const all = Array.from({ length: 10 }, (_, now) => weight(now));
  expect(all.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
  const below = (all[0] ?? 0) + (all[1] ?? 0) + (all[2] ?? 0) + (all[3] ?? 0) / 2;
  expect(usualP(3, level)).toBeCloseTo(2 * Math.min(below, 1 - below), 6);
});

test('the sum and the approximation meet above ten thousand', () => {
  const level = { earlier: 8800, share: 1 / 8, dispersion: { factor: 3, freedom: 15 } };
  const large = { ...level, earlier: 8900 };
  expect(usualScore(1190, level)).toBeCloseTo(usualScore(1190 * (89 / 88), large), 1);
});

test('bounds are the counts that are not told', () => {
  const level = { earlier: 80, share: 1 / 8, dispersion: { factor: 1.5, freedom: 15 } };
  const { lower, upper } = usualBounds(level);
  for (const [now, isTold] of [
    [lower - 1, true],
    [lower, false],
    [upper, false],
    [upper + 1, true],
  ] as const)
    expect(usualP(now, level) < 0.05, `${now}`).toBe(isTold);
});

test("Pearson's statistic given the total, and the variance that explains it", () => {
  expect(eight(4, 4, 4, 4, 4, 4, 4, 4)).toEqual({ total: 32, statistic: 0, freedom: 7 });
  // One appeal in one of eight: (1 − 1/8)² · 8 + 7/8.
  expect(eight(1, 0, 0, 0, 0, 0, 0, 0).statistic).toBeCloseTo(7, 12);
  const spread = eight(20, 0, 20, 0, 20, 0, 20, 0);
  expect(spread.statistic).toBe(80);
  const variance = commonVariance([spread, spread], 8);
  // Capped at four times the degrees of freedom, 28 ÷ 7 — the statistic scaled by its factor is 7.
  expect(factorAt(spread.total, variance, 8)).toBeCloseTo(80 / 7, 6);
  expect(commonVariance([eight(4, 4, 4, 4, 4, 4, 4, 4)], 8)).toBe(0);
  // Own 80 of 7 degrees of freedom beside eight of chance: 88 ÷ 15; a quiet one keeps what all have.
  expect(drawnDispersion(spread, 0, 8).factor).toBeCloseTo(88 / 15, 12);
  expect(drawnDispersion(eight(4, 4, 4, 4, 4, 4, 4, 4), 0.5, 8).factor).toBeCloseTo(48 / 17, 12);
});

test('a season of few is drawn to that of the whole, the more the more it varies', () => {
  const course = Float64Array.of(200, 100);
  const few = seasonalCourse({ counts: Float64Array.of(0, 3), course, factor: 1 });
  expect([...few]).toEqual([20, 13]);
  const many = seasonalCourse({ counts: Float64Array.of(3000, 9000), course, factor: 2 });
  expect([...many]).toEqual([3040, 9020]);
});

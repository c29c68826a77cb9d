import { expect, test } from 'vitest';
import { gammaQuantile } from '../distributions/index.ts';
import { normalUnits, rankIntervals } from './rank-intervals.ts';

test('certain values have certain ranks, ties share theirs', () => {
  const estimates = Float64Array.of(5, 9, 5, 1);
  const { median, lower, upper } = rankIntervals(normalUnits(estimates, new Float64Array(4)), 4, {
    draws: 10,
  });
  for (const ranks of [median, lower, upper]) expect([...ranks]).toEqual([2.5, 1, 2.5, 4]);
});

test('units that differ in nothing but chance may have any rank', () => {
  const units = normalUnits(new Float64Array(9).fill(3), new Float64Array(9).fill(1));
  const { median, lower, upper } = rankIntervals(units, 9);
  for (let unit = 0; unit < 9; unit++) {
    expect([lower[unit], upper[unit]]).toEqual([1, 9]);
    expect(Math.abs((median[unit] ?? 0) - 5)).toBeLessThanOrEqual(1);
  }
});

test('two units change places as often as their difference allows', () => {
  // The difference of two standard normal values is N(1.5, 2): the lower wins with probability 0.1444.
  const units = normalUnits(Float64Array.of(0, 1.5), Float64Array.of(1, 1));
  const options = { draws: 20_000, seed: 3 };
  expect(rankIntervals(units, 2, { ...options, confidence: 1 - 2 * 0.135 }).lower[0]).toBe(1);
  expect(rankIntervals(units, 2, { ...options, confidence: 1 - 2 * 0.155 }).lower[0]).toBe(2);
});

test('negating values turns the table over, and a seed repeats', () => {
  const [estimates, errors] = [Float64Array.of(3, 1, 2, 8), Float64Array.of(0.5, 2, 1, 1)];
  const table = rankIntervals(normalUnits(estimates, errors), 4, { seed: 7 });
  expect(rankIntervals(normalUnits(estimates, errors), 4, { seed: 7 })).toEqual(table);
  const turned = rankIntervals((unit, uniform) => -normalUnits(estimates, errors)(unit, uniform), 4, {
    seed: 7,
  });
  table.lower.forEach((rank, unit) => {
    expect(Math.abs((turned.upper[unit] ?? 0) - (5 - rank))).toBeLessThanOrEqual(1);
  });
});

test('takes any distribution', () => {
  const counts = [2, 40, 41];
  const { lower, upper } = rankIntervals(
    (unit, uniform) => gammaQuantile(uniform, (counts[unit] ?? 0) + 0.5, 1),
    3,
    {
      draws: 500,
    },
  );
  expect([lower[0], upper[0]]).toEqual([3, 3]);
  expect([lower[1], upper[1]]).toEqual([1, 2]);
});

test('leaves out units without data, and takes one unit or none', () => {
  const { median } = rankIntervals(normalUnits(Float64Array.of(1, Number.NaN, 2), new Float64Array(3)), 3);
  expect([...median]).toEqual([2, Number.NaN, 1]);
  expect([...rankIntervals(normalUnits(Float64Array.of(1), Float64Array.of(1)), 1).upper]).toEqual([1]);
  expect(rankIntervals(normalUnits(new Float64Array(), new Float64Array()), 0).median).toHaveLength(0);
});

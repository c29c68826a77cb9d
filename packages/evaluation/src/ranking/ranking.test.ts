import { expect, test } from 'vitest';
import { coverageOf } from '../made-up/coverage.ts';
import { ranksOf } from './ranks.ts';
import { toldApart } from './told-apart.ts';

/** More months: `pnpm trial evaluation`. */
test.each([
  [5, 160],
  [16, 50],
  [100, 8],
  [343, 3],
])('of %d units, intervals hold the true rank and score, and hardly a line is wrong', (units, months) => {
  const { ranks, scores, wrongTables } = coverageOf(units, months, 0.35);
  expect(ranks).toBeGreaterThan(0.93);
  expect(ranks).toBeLessThanOrEqual(0.98);
  expect(scores).toBeGreaterThan(0.925);
  expect(wrongTables).toBeLessThanOrEqual(0.05);
});

test('units that truly differ by much are told apart; equal ones are not, and share a rank', () => {
  const scores = Float64Array.of(60, 95, 95, Number.NaN);
  const { apart, order } = toldApart(scores, Float64Array.of(1, 1, 1, 1));
  expect(order).toEqual([1, 2, 0]);
  expect([...apart]).toEqual([0, 1, 0]);
  expect([...ranksOf(scores)]).toEqual([3, 1, 1, Number.NaN]);
});

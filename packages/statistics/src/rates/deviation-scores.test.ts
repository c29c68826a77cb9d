import { expect, test } from 'vitest';
import { deviationScores } from './deviation-scores.ts';

test('by hand: a spread of 3 beside an error of 4 makes 5', () => {
  const { z, p, q } = deviationScores(Float64Array.of(9.8, Number.NaN, 0), new Float64Array(3).fill(4), 9);
  expect(z[0]).toBeCloseTo(1.96, 12);
  expect([z[1], z[2]]).toEqual([Number.NaN, 0]);
  expect(p[0]).toBeCloseTo(0.05, 4);
  expect(q[0]).toBeCloseTo(0.1, 4);
  expect([q[1], q[2]]).toEqual([Number.NaN, 1]);
});

import { expect, test } from 'vitest';
import { twoSidedP } from '../two-sided-p.ts';
import { confidenceBins } from './confidence-bins.ts';

test('bins follow the usual critical values, with the sign of z', () => {
  const z = Float64Array.of(1.64, 1.65, 1.95, 1.96, 2.57, 2.58);
  expect([...confidenceBins(z, z.map(twoSidedP))]).toEqual([0, 90, 90, 95, 95, 99]);
  const cold = z.map((value) => -value);
  expect([...confidenceBins(cold, cold.map(twoSidedP))]).toEqual([0, -90, -90, -95, -95, -99]);
});

test('nothing is significant without a score or a p', () => {
  expect([
    ...confidenceBins(Float64Array.of(0, 3, Number.NaN), Float64Array.of(0, Number.NaN, 0.001)),
  ]).toEqual([0, 0, 0]);
});

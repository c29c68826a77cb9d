import { expect, test } from 'vitest';
import { standardisedShares } from './share-standardisation.ts';

const of = (...values: number[]) => Float64Array.of(...values);

test('by hand: twice the odds of what is expected is twice the odds of the mean', () => {
  // Odds 1 where 1/2 … expected 1/3 has odds 1/2: twice. Mean 0.8 has odds 4, so 8/9.
  const { shares, weights } = standardisedShares(of(50), of(100), of(1 / 3), 0.8);
  expect(shares[0]).toBeCloseTo(8 / 9, 12);
  // 100 · (2/9) / 0.16.
  expect(weights[0]).toBeCloseTo(138.889, 3);
});

test('where the mean is expected, nothing changes', () => {
  const { shares, weights } = standardisedShares(of(7, 0), of(10, 5), of(0.8, 0.8), 0.8);
  expect([...shares]).toEqual([0.7, 0]);
  expect([...weights]).toEqual([10, 5]);
});

test('what is sure beforehand tells nothing', () => {
  const { shares, weights } = standardisedShares(of(10, 9), of(10, 10), of(1, 1), 0.8);
  expect(shares[0]).toBe(1);
  expect(shares[1]).toBe(0);
  expect([...weights]).toEqual([1, 1]);
});

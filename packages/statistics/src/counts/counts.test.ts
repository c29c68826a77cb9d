import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { negativeBinomialDispersion, quasiPoissonDispersion } from './dispersion.ts';
import { farthestResidual, quantileResidual, quantileResiduals } from './quantile-residuals.ts';

test('a count is placed in the stretch of probability it covers', () => {
  const none = Math.exp(-0.5);
  expect(quantileResidual(0, Math.LN2, 0, 1)).toBeCloseTo(0, 12);
  expect(quantileResidual(0, 0.5, 0, 0.5 / none)).toBeCloseTo(0, 12);
  expect(quantileResidual(1, Math.LN2, 0, 0)).toBeCloseTo(0, 12);
});

test('the sum and the library agree, for Poisson and negative binomial counts', () => {
  expect(quantileResidual(201, 190, 0, 0.5)).toBeCloseTo(0.8, 0);
  for (const dispersion of [0, 0.05]) {
    const [below, above] = [200, 201].map((count) => quantileResidual(count, 190, dispersion, 0.5));
    const step = (above ?? 0) - (below ?? 0);
    expect(step).toBeGreaterThan(0);
    expect(step).toBeLessThan(0.1);
  }
});

test('residuals of counts as expected are standard normal, however small the counts', () => {
  const random = seededRandom(7);
  const n = 40_000;
  const expected = Float64Array.from({ length: n }, (_, index) => (index % 2 === 0 ? 0.05 : 2));
  const counts = expected.map((mean) => {
    let [count, product] = [0, random()];
    while (product > Math.exp(-mean)) [count, product] = [count + 1, product * random()];
    return count;
  });
  const residuals = quantileResiduals(counts, expected, 0, expected.map(random));
  for (const parity of [0, 1]) {
    const own = residuals.filter((_, index) => index % 2 === parity);
    const beyond = own.filter((residual) => Math.abs(residual) > 1.959964).length / own.length;
    expect(Math.abs(own.reduce((sum, value) => sum + value, 0) / own.length)).toBeLessThan(0.02);
    expect(beyond).toBeGreaterThan(0.045);
    expect(beyond).toBeLessThan(0.055);
  }
});

test('what cannot be placed is NaN, and what is beyond measure is cut off', () => {
  expect(
    quantileResiduals(Float64Array.of(0, 3), Float64Array.of(0, Number.NaN), 0, Float64Array.of(0.5, 0.5)),
  ).toEqual(Float64Array.of(Number.NaN, Number.NaN));
  expect(quantileResidual(5000, 10, 0, 0.5)).toBe(farthestResidual);
  expect(quantileResidual(0, 5000, 0, 0.5)).toBe(-farthestResidual);
});

test('dispersion: none for Poisson counts, and the φ that explains the variance otherwise', () => {
  const expected = new Float64Array(4).fill(10);
  expect(negativeBinomialDispersion(Float64Array.of(9, 11, 10, 10), expected)).toBe(0);
  // Σ(x−10)² = 200; 200 / (10 + 100φ) = 3 → φ = 0.5667
  expect(negativeBinomialDispersion(Float64Array.of(0, 20, 10, 10), expected)).toBeCloseTo(0.566667, 5);
  expect(negativeBinomialDispersion(Float64Array.of(5), Float64Array.of(1))).toBe(0);
  // 99 counts one standard deviation off, and an outbreak that counts as four: 99 · 10 / (10 + 100φ) + 16 =
  // 99.
  const outbreak = Float64Array.from({ length: 100 }, (_, index) =>
    index === 0 ? 1000 : 10 + Math.sqrt(10) * (index % 2 === 0 ? 1 : -1),
  );
  expect(negativeBinomialDispersion(outbreak, new Float64Array(100).fill(10))).toBeCloseTo(0.019277, 5);
});

test('quasi-Poisson: the mean squared residual, never below 1', () => {
  const expected = new Float64Array(4).fill(10);
  // (0 + 100 + 100 + 0) / 10 / 4 = 5
  expect(quasiPoissonDispersion(Float64Array.of(10, 20, 0, 10), expected)).toBeCloseTo(5, 12);
  expect(quasiPoissonDispersion(Float64Array.of(10, 11, 9, 10), expected)).toBe(1);
  expect(quasiPoissonDispersion(Float64Array.of(9), Float64Array.of(0.1))).toBe(1);
});

import { expect, test } from 'vitest';
import { betaBinomialTails } from './beta-binomial.ts';
import { binomialTails } from './counts.ts';

test('with shares drawn evenly from 0 to 1 every count is as likely', () => {
  // Mean 1/2 and correlation 1/3 are a beta distribution of 1 and 1.
  for (const k of [0, 3, 9])
    expect(betaBinomialTails(k, 10, 1 / 2, 1 / 3).lower).toBeCloseTo((k + 1) / 11, 12);
});

test('Skellam’s form by hand: two cases of a unit are alike with the correlation', () => {
  // P(2 of 2) = mean² + correlation · mean · (1 − mean).
  expect(betaBinomialTails(1, 2, 0.3, 0.2).upper).toBeCloseTo(0.09 + 0.2 * 0.21, 12);
});

test('without correlation it is binomial, far out too', () => {
  for (const [k, trials, share] of [
    [12, 60, 0.05],
    [200, 4000, 0.03],
    [3900, 4000, 0.9],
  ] as const) {
    const { upper, lower } = betaBinomialTails(k, trials, share, 0);
    const plain = binomialTails(k, trials, share);
    expect(upper / plain.upper).toBeCloseTo(1, 5);
    expect(lower / plain.lower).toBeCloseTo(1, 5);
  }
});

test('correlation makes far counts likelier, and ends are ends', () => {
  const far = (correlation: number) => betaBinomialTails(30, 100, 0.1, correlation).upper;
  expect(far(0.05)).toBeGreaterThan(100 * far(0));
  expect(betaBinomialTails(-1, 5, 0.5, 0.1)).toEqual({ lower: 0, upper: 1 });
  expect(betaBinomialTails(5, 5, 0.5, 0.1)).toEqual({ lower: 1, upper: 0 });
});

import { describe, expect, test } from 'vitest';
import { referenceText } from '../reference-data.ts';
import {
  betaQuantile,
  binomialQuantile,
  binomialTails,
  gammaQuantile,
  negativeBinomialQuantile,
  negativeBinomialTails,
  poissonQuantile,
  poissonTails,
  type Tails,
} from './index.ts';

const tables: Record<string, number[][]> = JSON.parse(referenceText('distributions.json'));
const rowsOf = (name: string) => tables[name] ?? [];

/** Farthest from the table, as a share of its value: a p value of 10⁻⁹ has its digits too. */
function worst(pairs: readonly (readonly [found: number, exact: number])[]): number {
  expect(pairs.length).toBeGreaterThan(20);
  return Math.max(...pairs.map(([found, exact]) => Math.abs(found / exact - 1)));
}
const both = ({ lower, upper }: Tails, [exactLower = 0, exactUpper = 0]: number[]) =>
  [
    [lower, exactLower],
    [upper, exactUpper],
  ] as const;

describe('agree with sums at 40 digits up to means of a million, in both tails, to ten digits', () => {
  test('Poisson', () => {
    const pairs = rowsOf('poisson').flatMap(([mean = 0, k = 0, ...exact]) =>
      both(poissonTails(k, mean), exact),
    );
    expect(worst(pairs)).toBeLessThan(1e-10);
    expect(poissonTails(1053, 1005).lower).toBeCloseTo(0.93613, 5);
  });

  test('negative binomial', () => {
    const pairs = rowsOf('negative_binomial').flatMap(([mean = 0, dispersion = 1, k = 0, ...exact]) =>
      both(negativeBinomialTails(k, mean, dispersion), exact),
    );
    expect(worst(pairs)).toBeLessThan(1e-10);
  });

  test('binomial', () => {
    const pairs = rowsOf('binomial').flatMap(([trials = 0, share = 0, k = 0, ...exact]) =>
      both(binomialTails(k, trials, share), exact),
    );
    expect(worst(pairs)).toBeLessThan(1e-10);
  });

  test('quantiles of gamma and beta', () => {
    const gamma = rowsOf('gamma_quantile').map(
      ([probability = 0, shape = 1, exact = 0]) => [gammaQuantile(probability, shape), exact] as const,
    );
    expect(worst(gamma)).toBeLessThan(1e-10);
    const beta = rowsOf('beta_quantile').map(
      ([probability = 0, a = 1, b = 1, exact = 0]) => [betaQuantile(probability, a, b), exact] as const,
    );
    expect(worst(beta)).toBeLessThan(1e-10);
  });
});

test('a quantile is the first count whose chance reaches the probability', () => {
  for (const probability of [1e-6, 0.01, 0.5, 0.99, 1 - 1e-9])
    for (const mean of [0.01, 3, 250, 1005, 87_654, 1e6]) {
      const counts: [number, (k: number) => Tails][] = [
        [poissonQuantile(probability, mean), (k) => poissonTails(k, mean)],
        [negativeBinomialQuantile(probability, mean, 7), (k) => negativeBinomialTails(k, mean, 7)],
        [
          binomialQuantile(probability, Math.ceil(4 * mean), 0.25),
          (k) => binomialTails(k, Math.ceil(4 * mean), 0.25),
        ],
      ];
      for (const [count, tails] of counts) {
        expect(1 - tails(count).lower).toBeLessThanOrEqual(1 - probability + 1e-15);
        if (count > 0) expect(tails(count - 1).lower).toBeLessThan(probability);
      }
    }
});

test('edges: nothing expected, no trials, certain shares, a dispersion that is all but Poisson’s', () => {
  expect(poissonTails(0, 0)).toEqual({ lower: 1, upper: 0 });
  expect(poissonTails(-1, 5)).toEqual({ lower: 0, upper: 1 });
  expect(poissonQuantile(0.99, 0)).toBe(0);
  expect(binomialTails(0, 0, 0.5)).toEqual({ lower: 1, upper: 0 });
  expect([binomialQuantile(0.5, 7, 1), binomialQuantile(0.5, 7, 0)]).toEqual([7, 0]);
  expect(negativeBinomialTails(4, 5, 1 + 1e-13)).toEqual(poissonTails(4, 5));
  expect([gammaQuantile(0, 3), gammaQuantile(1, 3), betaQuantile(1, 2, 3)]).toEqual([0, Infinity, 1]);
});

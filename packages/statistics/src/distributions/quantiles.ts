import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { incompleteBeta } from './incomplete-beta.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import { binomialProbability, poissonProbability } from './saddle-point.ts';
import type { Tails } from './tails.ts';

const mostSteps = 200;

/**
 * Where a distribution reaches a probability: Newton's steps within bounds, halves where a step would leave
 * them.
 */
function rootOf(
  probability: number,
  tails: (x: number) => Tails,
  density: (x: number) => number,
  start: number,
  most: number,
): number {
  let [low, high, x] = [0, most, start];
  for (let step = 0; step < mostSteps; step++) {
    const { lower, upper } = tails(x);
    const off = probability > 0.5 ? 1 - probability - upper : lower - probability;
    if (off > 0) high = x;
    else low = x;
    const newton = x - off / density(x);
    const halved = high === Number.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
    const next = newton > low && newton < high ? newton : halved;
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}

/**
 * The quantile of a gamma distribution, exact to some thirteen digits.
 *
 * @param probability 0 … 1
 * @param shape above 0
 * @param rate above 0: the mean is shape / rate
 */
export function gammaQuantile(probability: number, shape: number, rate = 1): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return Number.POSITIVE_INFINITY;
  // Wilson, E. B. & Hilferty, M. M. (1931), PNAS 17, 684-688.
  const cubeRoot = 1 - 1 / (9 * shape) + normalQuantile(probability, 0, 1) / (3 * Math.sqrt(shape));
  const start = Math.max(shape * cubeRoot ** 3, shape * 1e-3);
  const density = (x: number) => (poissonProbability(shape, x) * shape) / x;
  return (
    rootOf(probability, (x) => incompleteGamma(shape, x), density, start, Number.POSITIVE_INFINITY) / rate
  );
}

/**
 * The quantile of a beta distribution, exact to some thirteen digits.
 *
 * @param probability 0 … 1
 * @param a above 0
 * @param b above 0: the mean is a / (a + b)
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  const density = (x: number) => (binomialProbability(a, a + b, x, 1 - x) * a * b) / ((a + b) * x * (1 - x));
  return rootOf(probability, (x) => incompleteBeta(a, b, x), density, a / (a + b), 1);
}

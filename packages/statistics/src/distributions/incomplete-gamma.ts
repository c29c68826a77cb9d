import { poissonProbability } from './saddle-point.ts';
import { mostTerms, negligible, type Tails, tiny } from './tails.ts';

/** Σ x^k / ((shape + 1) … (shape + k)). */
function series(shape: number, x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; k < mostTerms && term > negligible * sum; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

/** Legendre's continued fraction of Γ(shape, x) / (x^shape e^−x), by Lentz's method. */
function fraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < mostTerms; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = a * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + a / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    value *= d * c;
    if (Math.abs(d * c - 1) <= 2 * negligible) break;
  }
  return value;
}

/**
 * The regularised incomplete gamma functions P (lower) and Q (upper): the series below the mean, the
 * continued fraction above, each times a probability by Loader's saddle point, which keeps its digits for
 * large shapes. O(√shape) near the mean.
 *
 * Gautschi, W. (1979), A computational procedure for incomplete gamma functions, ACM TOMS 5, 466-481; Loader
 * (2000).
 *
 * @param shape above 0
 * @param x 0 or more
 */
export function incompleteGamma(shape: number, x: number): Tails {
  if (!(x > 0)) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const front = poissonProbability(shape, x);
  if (x < shape + 1) {
    const lower = Math.min(1, front * series(shape, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, front * shape * fraction(shape, x));
  return { lower: 1 - upper, upper };
}

import { binomialProbability } from './saddle-point.ts';
import { mostTerms, negligible, type Tails, tiny } from './tails.ts';

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < mostTerms; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) <= 2 * negligible) break;
  }
  return value;
}

/** I_x(a, b) where x lies below the mean. */
const belowMean = (a: number, b: number, x: number, rest: number): number =>
  Math.min(1, binomialProbability(a, a + b, x, rest) * (b / (a + b)) * fraction(a, b, x));

/**
 * The regularised incomplete beta function I_x(a, b) (lower) and 1 − I_x(a, b) (upper). O(√(a + b)) near the
 * mean.
 *
 * DiDonato, A. R. & Morris, A. H. (1992), Significant digit computation of the incomplete beta function
 * ratios, ACM TOMS 18, 360-373; the front by Loader's saddle point (Loader 2000).
 *
 * @param a above 0
 * @param b above 0
 * @param x 0 … 1
 * @param rest 1 − x, given apart where x is close to 1
 */
export function incompleteBeta(a: number, b: number, x: number, rest = 1 - x): Tails {
  if (!(x > 0)) return { lower: 0, upper: 1 };
  if (!(rest > 0)) return { lower: 1, upper: 0 };
  if (x * (a + b + 2) < a + 1) {
    const lower = belowMean(a, b, x, rest);
    return { lower, upper: 1 - lower };
  }
  const upper = belowMean(b, a, rest, x);
  return { lower: 1 - upper, upper };
}

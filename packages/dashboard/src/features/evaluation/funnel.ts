/** Limits of a funnel at one size; rates from 0 to 1. */
export interface FunnelLimit {
  size: number;
  /** 95 % and 99.8 % of what chance makes lie within. */
  low: number;
  high: number;
  farLow: number;
  farHigh: number;
}

/** The chances of 0, 1 … `size` of `size`, each with the rate `rate`. */
function binomial(size: number, rate: number): Float64Array {
  const chances = new Float64Array(size + 1);
  const ratio = Math.log(rate) - Math.log1p(-rate);
  let logarithm = size * Math.log1p(-rate);
  for (let count = 0; count <= size; count++) {
    chances[count] = Math.exp(logarithm);
    logarithm += Math.log((size - count) / (count + 1)) + ratio;
  }
  return chances;
}

/**
 * The rate below which a share `tail` of all outcomes lies, between two counts by how much of the chance of
 * the upper one is needed. At none and at all nothing lies beyond.
 */
function quantile(chances: Float64Array, tail: number): number {
  const isEnd = (count: number) => count === 0 || count === chances.length - 1;
  let below = 0;
  for (const [count, chance] of chances.entries()) {
    if (below + chance > tail) return isEnd(count) ? count : count - (below + chance - tail) / chance;
    below += chance;
  }
  return chances.length - 1;
}

/**
 * Exact limits of a share for a size, from the binomial distribution, interpolated between counts
 * (Spiegelhalter 2005, Statistics in Medicine 24, 1185-1202, appendix A.1). With a rate of 0 or 1 nothing
 * varies.
 */
export function funnelLimit(size: number, rate: number): FunnelLimit {
  if (rate <= 0 || rate >= 1) return { size, low: rate, high: rate, farLow: rate, farHigh: rate };
  const chances = binomial(size, rate);
  const at = (tail: number) => Math.min(1, quantile(chances, tail) / size);
  return { size, low: at(0.025), high: at(0.975), farLow: at(0.001), farHigh: at(0.999) };
}

const mostSizes = 80;

/** Limits for sizes from 1 to the largest, closer together where they bend. */
export function funnelLimits(largest: number, rate: number): FunnelLimit[] {
  const sizes = Array.from({ length: mostSizes }, (_, at) =>
    Math.round(largest ** (at / (mostSizes - 1))),
  ).filter((size, at, all) => size !== all[at - 1]);
  return sizes.map((size) => funnelLimit(size, rate));
}

/** One unit in a funnel. */
export interface FunnelDot {
  code: string;
  numerator: number;
  size: number;
  rate: number;
}

/** How a unit lies to the limits of its own size. */
export type FunnelPlace = 'inside' | 'outside' | 'far_outside';

/**
 * Whether a unit lies within the limits of its own size, outside of those of 95 %, or of 99.8 %: as rare as
 * that, or rarer, are the counts from its own on.
 */
export function placeInFunnel({ numerator, size }: FunnelDot, whole: number): FunnelPlace {
  if (whole <= 0 || whole >= 1 || size === 0) return 'inside';
  const chances = binomial(size, whole);
  const upTo = chances.slice(0, numerator + 1).reduce((sum, chance) => sum + chance, 0);
  const tail = Math.min(upTo, 1 - upTo + (chances[numerator] ?? 0));
  if (tail < 0.001) return 'far_outside';
  return tail < 0.025 ? 'outside' : 'inside';
}

import type { Interval } from '../rates/wilson-interval.ts';
import { dispersedP, reachOf } from './dispersed-p.ts';
import { midScore, type Weights, within } from './mid-score.ts';
import type { UsualDispersion } from './usual-dispersion.ts';

/** Above so many appeals the normal approximation is as good as the sum. */
const mostExact = 10_000;
/** Concentrations below would have two modes. */
const leastConcentration = 2;

/** What a group had in earlier periods, and how a count of now relates to it. */
export interface UsualLevel {
  /** Counted in all earlier periods together. */
  earlier: number;
  /** Exposure of now ÷ exposure of all earlier periods. */
  share: number;
  /** How much more than chance the earlier periods varied, given their total. */
  dispersion: UsualDispersion;
}

/** The concentration with which the earlier counts vary as much as they did; Infinity for chance alone. */
function concentrationOf({ earlier, dispersion: { factor } }: UsualLevel): number {
  if (factor <= 1) return Number.POSITIVE_INFINITY;
  return Math.max(leastConcentration, (earlier - factor) / (factor - 1));
}

/** The binomial distribution of the count of now, given all counts together. */
const binomial = (all: number, share: number): { weights: Weights; mode: number } => {
  const weights: Weights = {
    least: 0,
    most: all,
    ratio: (value) => (share * (all - value + 1)) / value,
  };
  return { weights, mode: within(((all + 1) * share) / (1 + share), weights) };
};

/** The same of counts that vary more than chance: beta-binomial. */
function betaBinomial(all: number, share: number, concentration: number) {
  const own = share * concentration;
  const weights: Weights = {
    least: 0,
    most: all,
    ratio: (value) => ((all - value + 1) * (own + value - 1)) / (value * (concentration + all - value)),
  };
  const mode = own > 1 ? ((own - 1) * (all + 1)) / (own + concentration - 2) : 0;
  return { weights, mode: within(mode, weights) };
}

/** The score of the normal approximation. */
function normalScore(now: number, level: UsualLevel): number {
  const { earlier, share } = level;
  const all = now + earlier;
  const part = share / (1 + share);
  const concentration = concentrationOf(level) * (1 + share);
  const factor = Number.isFinite(concentration) ? (all + concentration) / (1 + concentration) : 1;
  return (now - all * part) / Math.sqrt(all * part * (1 - part) * factor);
}

/**
 * How far a count lies from what earlier periods had, as a standard normal score: given all counts together,
 * that of now is binomial, and beta-binomial where counts vary more than chance, taken at mid-p. Negative
 * binomial counts given their sum are distributed so (negative hypergeometric: Johnson, Kemp & Kotz 2005,
 * Univariate Discrete Distributions, 6.2.2), and Poisson counts binomially (Przyborowski & Wilenski 1940,
 * Biometrika 31, 313-323). Above 10,000 in all, the score of the normal approximation.
 *
 * @param now a whole number
 * @returns above 0 where it is more than usual; 0 where nothing was ever counted
 */
export function usualScore(now: number, level: UsualLevel): number {
  const { earlier, share } = level;
  const all = now + earlier;
  if (all === 0) return 0;
  if (all > mostExact) return normalScore(now, level);
  const concentration = concentrationOf(level);
  const { weights, mode } = Number.isFinite(concentration)
    ? betaBinomial(all, share, concentration)
    : binomial(all, share);
  const exact = midScore(now, weights, mode);
  return Number.isNaN(exact) ? normalScore(now, level) : exact;
}

/** The dispersion is in the score already; that it is an estimate is not. */
const asStudent = (score: number, { factor, freedom }: UsualDispersion): number =>
  dispersedP(score * Math.sqrt(factor), { factor, freedom });

/** Two-sided p of a count beside what earlier periods had. */
export const usualP = (now: number, level: UsualLevel): number =>
  asStudent(usualScore(now, level), level.dispersion);

/** Bounds are not looked for above. */
const mostBound = 2 ** 24;

/** The first whole number from `from` on for which something holds, as it does for all larger ones. */
function firstFrom(from: number, holds: (value: number) => boolean): number {
  let reach = 1;
  while (!holds(from + reach)) {
    reach *= 2;
    if (reach > mostBound) return Number.POSITIVE_INFINITY;
  }
  let [low, high] = [from - 1, from + reach];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The counts that are not told from the usual level with 95 % confidence: the least and the largest; Infinity
 * where the earlier counts set no bound.
 */
export function usualBounds(level: UsualLevel): Interval {
  const reach = reachOf(level.dispersion);
  const lower = firstFrom(0, (now) => usualScore(now, level) >= -reach);
  const upper = firstFrom(lower, (now) => usualScore(now, level) > reach) - 1;
  return { lower, upper: Math.max(lower, upper) };
}

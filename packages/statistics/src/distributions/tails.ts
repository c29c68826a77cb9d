/**
 * Probabilities of at most a value, and of more than it. Each is exact to some thirteen digits of its own,
 * however small.
 */
export interface Tails {
  lower: number;
  upper: number;
}

/** Smallest relative change that continues a sum or a fraction. */
export const negligible = 1e-16;
/** What a denominator of a continued fraction is kept away from 0 by. */
export const tiny = 1e-300;
/** Terms of a sum or fraction at the most: enough for parameters of 10¹¹. */
export const mostTerms = 5_000_000;

import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** Probability of a standard normal value at least as far from 0 as `z`, on either side. */
export const twoSidedP = (z: number): number => Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1));

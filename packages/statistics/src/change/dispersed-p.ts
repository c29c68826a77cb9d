import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { twoSidedP } from '../two-sided-p.ts';
import type { UsualDispersion } from './usual-dispersion.ts';

/** From here on Student's distribution is the normal one. */
const asNormal = 1e6;
const normalBound = 1.959963984540054;

/** Chance is known, only what exceeds it was estimated: degrees of freedom of the whole variance (Satterthwaite 1946). */
const freedomOf = ({ factor, freedom }: UsualDispersion): number =>
  factor > 1 ? freedom * (factor / (factor - 1)) ** 2 : Number.POSITIVE_INFINITY;

/**
 * Two-sided p of a standard normal score by chance, where the group varies more than chance: the score over √factor is taken
 * as Student's t, for the factor is an estimate.
 */
export function dispersedP(score: number, dispersion: UsualDispersion): number {
  const [value, freedom] = [Math.abs(score) / Math.sqrt(dispersion.factor), freedomOf(dispersion)];
  if (freedom > asNormal) return twoSidedP(value);
  return Math.min(1, 2 * tCdf(-value, freedom));
}

/**
 * How many standard errors an interval of 95 % reaches, the factor being an estimate; Abramowitz & Stegun (1964), 26.7.5.
 */
export function reachOf(dispersion: UsualDispersion): number {
  const [z, freedom] = [normalBound, freedomOf(dispersion)];
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}

/** The confidence at which a normal interval reaches so far. */
export const confidenceOf = (reach: number): number => 2 * normalCdf(reach, 0, 1) - 1;

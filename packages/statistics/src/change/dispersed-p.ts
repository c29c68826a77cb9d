import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { studentReach } from '../rates/student-reach.ts';
import { twoSidedP } from '../two-sided-p.ts';
import type { UsualDispersion } from './usual-dispersion.ts';

/** From here on Student's distribution is the normal one. */
const asNormal = 1e6;
const normalBound = 1.959963984540054;

/**
 * Chance is known, only what exceeds it was estimated: degrees of freedom of the whole variance
 * (Satterthwaite 1946).
 */
const freedomOf = ({ factor, freedom }: UsualDispersion): number =>
  factor > 1 ? freedom * (factor / (factor - 1)) ** 2 : Number.POSITIVE_INFINITY;

/**
 * Two-sided p of a standard normal score by chance, where the group varies more than chance: the score over
 * √factor is taken as Student's t, for the factor is an estimate.
 */
export function dispersedP(score: number, dispersion: UsualDispersion): number {
  const [value, freedom] = [Math.abs(score) / Math.sqrt(dispersion.factor), freedomOf(dispersion)];
  if (freedom > asNormal) return twoSidedP(value);
  return Math.min(1, 2 * tCdf(-value, freedom));
}

/** How many standard errors an interval of 95 % reaches, the factor being an estimate. */
export const reachOf = (dispersion: UsualDispersion): number =>
  studentReach(normalBound, freedomOf(dispersion));

/** The confidence at which a normal interval reaches so far. */
export const confidenceOf = (reach: number): number => 2 * normalCdf(reach, 0, 1) - 1;

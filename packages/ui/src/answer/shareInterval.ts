import { type Interval, wilsonScoreInterval } from '@hotline-atlas/model';

/** Of the normal distribution: an interval of 95 %. */
const usual = 1.959964;

/**
 * Wilson's interval of a share; null without cases.
 * @param z standard deviations to either side; without it an interval of 95 %
 */
export const shareInterval = (numerator: number, cases: number, z = usual): Interval | null =>
  cases > 0 ? wilsonScoreInterval(numerator, cases, z) : null;

/** Fewer cases than this are shown greyed and take no part in a ranking. */
export const fewestCases = 30;

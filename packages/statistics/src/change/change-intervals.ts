import { type Interval, wilsonInterval } from '../rates/wilson-interval.ts';
import type { TwoShares } from './conditional-score.ts';
import { confidenceOf, reachOf } from './dispersed-p.ts';
import type { UsualDispersion } from './usual-dispersion.ts';

/**
 * Interval of a difference from the intervals of both sides, whatever their shapes.
 *
 * Zou, G. Y. & Donner, A. (2008), Statistics in Medicine 27, 1693-1702 (MOVER); of two shares: Newcombe, R.
 * G. (1998), Statistics in Medicine 17, 873-890, method 10.
 */
function ofDifference(now: number, nowEnds: Interval, before: number, beforeEnds: Interval): Interval {
  const difference = now - before;
  return {
    lower: difference - Math.hypot(now - nowEnds.lower, beforeEnds.upper - before),
    upper: difference + Math.hypot(nowEnds.upper - now, before - beforeEnds.lower),
  };
}

/**
 * Score interval of a mean count whose variance is `factor` times the mean; of 0 to something above it where
 * nothing was counted.
 */
function ofCount(count: number, factor: number, reach: number): Interval {
  const middle = count + (factor * reach ** 2) / 2;
  const off = reach * Math.sqrt(factor * count + (factor * reach) ** 2 / 4);
  return { lower: Math.max(0, middle - off), upper: middle + off };
}

/** How far the true change of a count may lie from the one counted, with 95 % confidence. */
export function countChangeInterval(now: number, before: number, dispersion: UsualDispersion): Interval {
  const reach = reachOf(dispersion);
  const { factor } = dispersion;
  return ofDifference(now, ofCount(now, factor, reach), before, ofCount(before, factor, reach));
}

/**
 * How far the true relative change of a count may lie from the one counted (now ÷ before − 1), with 95 %
 * confidence: from Wilson's interval of the share of both that is now. The upper end is Infinity where
 * nothing was counted before.
 */
export function relativeChangeInterval(now: number, before: number, dispersion: UsualDispersion): Interval {
  const { factor } = dispersion;
  const confidence = confidenceOf(reachOf(dispersion));
  const { lower, upper } = wilsonInterval(now / factor, (now + before) / factor, confidence);
  return { lower: lower / (1 - lower) - 1, upper: upper / (1 - upper) - 1 };
}

/** How far the true difference of two shares may lie from the one counted, with 95 % confidence. */
export function shareChangeInterval(shares: TwoShares, { factor, ...known }: UsualDispersion): Interval {
  const confidence = confidenceOf(reachOf({ factor, ...known }));
  const { now, nowTrials, before, beforeTrials } = shares;
  return ofDifference(
    now / nowTrials,
    wilsonInterval(now / factor, nowTrials / factor, confidence),
    before / beforeTrials,
    wilsonInterval(before / factor, beforeTrials / factor, confidence),
  );
}

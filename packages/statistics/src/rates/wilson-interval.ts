import { type Interval, wilsonScoreInterval } from '@hotline-atlas/model';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

export type { Interval };

/**
 * Wilson's score interval of a proportion: see `wilsonScoreInterval` of the model.
 * @param successes cases that count, 0 … `trials`
 * @param trials all cases
 * @param confidence share of intervals that hold the truth, between 0 and 1
 * @throws RangeError when the counts make no share
 */
export const wilsonInterval = (successes: number, trials: number, confidence = 0.95): Interval =>
  wilsonScoreInterval(successes, trials, normalQuantile((1 + confidence) / 2, 0, 1));

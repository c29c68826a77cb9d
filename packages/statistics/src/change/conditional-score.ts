import { midScore, type Weights, within } from './mid-score.ts';

/** Above so many trials the normal approximation is as good as the sum. */
const mostExact = 10_000;

/**
 * How far two Poisson counts over the same exposure are apart, as a standard normal score: the first given
 * their sum is binomial, taken at mid-p. Above 10,000 in all, the score of the normal approximation.
 *
 * Przyborowski, J. & Wilenski, H. (1940), Biometrika 31, 313-323; mid-p: Lancaster, H. O. (1961), J. Am.
 * Stat. Assoc. 56, 223-234.
 *
 * @returns above 0 where `now` is the larger; 0 where both are 0
 * @throws RangeError for counts that are negative or not whole
 */
export function countScore(now: number, before: number): number {
  checkCounts(now, before);
  const all = now + before;
  if (all === 0) return 0;
  const normal = (now - before) / Math.sqrt(all);
  if (all > mostExact) return normal;
  const weights: Weights = { least: 0, most: all, ratio: (value) => (all - value + 1) / value };
  const exact = midScore(now, weights, within(all / 2, weights));
  return Number.isNaN(exact) ? normal : exact;
}

/** Cases that count among all cases, at two times. */
export interface TwoShares {
  now: number;
  nowTrials: number;
  before: number;
  beforeTrials: number;
}

/** The score of the normal approximation with the share of both times together. */
function pooledScore({ now, nowTrials, before, beforeTrials }: TwoShares): number {
  const share = (now + before) / (nowTrials + beforeTrials);
  const variance = share * (1 - share) * (1 / nowTrials + 1 / beforeTrials);
  return variance > 0 ? (now / nowTrials - before / beforeTrials) / Math.sqrt(variance) : 0;
}

/**
 * How far two shares are apart, as a standard normal score: Fisher's exact test at mid-p. Above 10,000 trials
 * in all, the score of the normal approximation.
 *
 * Fisher, R. A. (1935), J. R. Stat. Soc. 98, 39-82; mid-p: Lancaster (1961); why not the plain exact test:
 * Hwang & Yang (2001), Statistica Sinica 11, 807-826.
 *
 * @returns above 0 where the share of `now` is the larger; 0 where either has no trial, or all cases are
 *   alike
 * @throws RangeError for counts that make no shares
 */
export function shareScore(shares: TwoShares): number {
  const { now, nowTrials, before, beforeTrials } = shares;
  checkCounts(now, nowTrials, before, beforeTrials);
  if (now > nowTrials || before > beforeTrials)
    throw new RangeError(
      `A share needs successes ≤ trials; got ${now} of ${nowTrials} and ${before} of ${beforeTrials}.`,
    );
  if (nowTrials === 0 || beforeTrials === 0) return 0;
  const [trials, successes] = [nowTrials + beforeTrials, now + before];
  if (trials > mostExact) return pooledScore(shares);
  const weights: Weights = {
    least: Math.max(0, successes - beforeTrials),
    most: Math.min(nowTrials, successes),
    ratio: (value) =>
      ((nowTrials - value + 1) * (successes - value + 1)) / (value * (beforeTrials - successes + value)),
  };
  if (weights.least === weights.most) return 0;
  const mode = within(((nowTrials + 1) * (successes + 1)) / (trials + 2), weights);
  const exact = midScore(now, weights, mode);
  return Number.isNaN(exact) ? pooledScore(shares) : exact;
}

function checkCounts(...counts: number[]): void {
  const wrong = counts.find((count) => !(Number.isInteger(count) && count >= 0));
  if (wrong !== undefined) throw new RangeError(`A count is a whole number from 0; got ${wrong}.`);
}

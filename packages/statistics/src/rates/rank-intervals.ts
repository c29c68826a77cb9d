import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { seededRandom } from '../random.ts';

/**
 * One possible true value of a unit, from a uniform number in (0, 1): the quantile function of what is known
 * about it.
 */
export type UnitQuantile = (unit: number, uniform: number) => number;

/** How to simulate ranks. */
export interface RankOptions {
  /** Default 0.95. */
  confidence?: number;
  /** Default 2000. */
  draws?: number;
  seed?: number;
}

/** Ranks from 1, the highest value first; ties share the mean of their ranks. Shapes n. */
export interface RankIntervals {
  median: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
}

/** Normal uncertainty about each estimate; a standard error of 0 is certainty. */
export const normalUnits =
  (estimates: Float64Array, standardErrors: Float64Array): UnitQuantile =>
  (unit, uniform) =>
    (estimates[unit] ?? Number.NaN) + (standardErrors[unit] ?? Number.NaN) * normalQuantile(uniform, 0, 1);

/** How many of an ascending list are below a value. */
function countBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ranks of values, 1 for the highest, into `ranks`. */
function rankInto(ranks: Float64Array, values: Float64Array): void {
  const sorted = values.slice().sort();
  values.forEach((value, unit) => {
    const below = countBelow(sorted, value);
    let ties = 1;
    while (sorted[below + ties] === value) ties++;
    ranks[unit] = sorted.length - below - (ties - 1) / 2;
  });
}

/** How often each unit had each rank; ranks of ties are halves, so a rank is counted at its double. */
class RankCounts {
  readonly #counts: Uint32Array;
  readonly #doubles: number;
  readonly #draws: number;

  constructor(units: number, draws: number) {
    this.#doubles = 2 * units + 1;
    this.#draws = draws;
    this.#counts = new Uint32Array(units * this.#doubles);
  }

  add(ranks: Float64Array): void {
    ranks.forEach((rank, unit) => {
      const at = unit * this.#doubles + 2 * rank;
      this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    });
  }

  /** The rank up to which a share of the draws of a unit lies. */
  quantile(unit: number, share: number): number {
    const needed = Math.max(1, Math.ceil(share * this.#draws));
    let seen = 0;
    for (let double = 0; double < this.#doubles; double++) {
      seen += this.#counts[unit * this.#doubles + double] ?? 0;
      if (seen >= needed) return double / 2;
    }
    return Number.NaN;
  }
}

/**
 * How sure a league table is: ranks of units over many draws of what their true values may be, independently
 * of one another. Intervals that span half the table say that the table does not order these units. The same
 * seed gives the same intervals. A unit whose draw is not a number (no data) is left out and gets NaN.
 * O(draws · n log n).
 *
 * Goldstein, H. & Spiegelhalter, D. J. (1996), J. R. Stat. Soc. A 159, 385-443.
 *
 * @param quantile what is known about each unit: `normalUnits`, or the quantiles of a gamma or beta
 *   distribution
 * @param units how many there are
 */
export function rankIntervals(
  quantile: UnitQuantile,
  units: number,
  options: RankOptions = {},
): RankIntervals {
  const { confidence = 0.95, draws = 2000, seed = 1 } = options;
  const known = Array.from({ length: units }, (_, unit) => unit).filter(
    (unit) => !Number.isNaN(quantile(unit, 0.5)),
  );
  const random = seededRandom(seed);
  const counts = new RankCounts(known.length, draws);
  const [values, ranks] = [new Float64Array(known.length), new Float64Array(known.length)];
  for (let draw = 0; draw < draws; draw++) {
    known.forEach((unit, index) => {
      values[index] = quantile(unit, random());
    });
    rankInto(ranks, values);
    counts.add(ranks);
  }
  const shareOf = (share: number): Float64Array => {
    const result = new Float64Array(units).fill(Number.NaN);
    known.forEach((unit, index) => {
      result[unit] = counts.quantile(index, share);
    });
    return result;
  };
  return { median: shareOf(0.5), lower: shareOf((1 - confidence) / 2), upper: shareOf((1 + confidence) / 2) };
}

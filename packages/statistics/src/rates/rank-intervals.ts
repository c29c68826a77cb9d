import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { seededRandom } from '../random.ts';

/** One possible true value of a unit, from a uniform number in (0, 1): the quantile function of what is known about it. */
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

/** Ranks of values, 1 for the highest, into `ranks`. */
function rankInto(ranks: Float64Array, values: Float64Array): void {
  const order = Uint32Array.from(values.keys()).sort(
    (one, other) => (values[other] ?? 0) - (values[one] ?? 0),
  );
  let start = 0;
  while (start < order.length) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end++;
    for (const unit of order.subarray(start, end)) ranks[unit] = (start + 1 + end) / 2;
    start = end;
  }
}

/** The value below which a share of an ascending list lies. */
const quantileOf = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;

/**
 * How sure a league table is: ranks of units over many draws of what their true values may be, independently of one another.
 * Intervals that span half the table say that the table does not order these units. The same seed gives the same intervals.
 * A unit whose draw is not a number (no data) is left out and gets NaN. O(draws · n log n).
 *
 * Goldstein, H. & Spiegelhalter, D. J. (1996), J. R. Stat. Soc. A 159, 385-443.
 *
 * @param quantile what is known about each unit: `normalUnits`, or the quantiles of a gamma or beta distribution
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
  const drawn = known.map(() => new Float64Array(draws));
  const [values, ranks] = [new Float64Array(known.length), new Float64Array(known.length)];
  for (let draw = 0; draw < draws; draw++) {
    known.forEach((unit, index) => {
      values[index] = quantile(unit, random());
    });
    rankInto(ranks, values);
    drawn.forEach((ofUnit, index) => {
      ofUnit[draw] = ranks[index] ?? 0;
    });
  }
  for (const ofUnit of drawn) ofUnit.sort();
  const shareOf = (share: number): Float64Array => {
    const result = new Float64Array(units).fill(Number.NaN);
    known.forEach((unit, index) => {
      result[unit] = quantileOf(drawn[index] ?? new Float64Array(), share);
    });
    return result;
  };
  return { median: shareOf(0.5), lower: shareOf((1 - confidence) / 2), upper: shareOf((1 + confidence) / 2) };
}

import { twoSidedP } from '../two-sided-p.ts';
import { deviationsOf } from './deviations.ts';
import { checkOneEach, type Neighbours } from './neighbours.ts';

/** One statistic a place; shapes n. */
export interface LocalScores {
  /** Standard score: above 0 where high values gather, below where low ones do. */
  z: Float64Array;
  /** Two-sided, from the normal approximation. */
  p: Float64Array;
}

/** Variances below this share of the overall variance are rounding, not variation. */
const rounding = 1e-12;

/** Values less the mean of those there are; NaN where there is none. */
function deviationsOfAll(values: Float64Array) {
  const finite = values.filter(Number.isFinite);
  const { mean, sumOfSquares } = deviationsOf(finite);
  const deviations = values.map((value) => (Number.isFinite(value) ? value - mean : Number.NaN));
  return { deviations, sumOfSquares, count: finite.length };
}

/** Sum of the deviations around a place and how many they are, itself counted as `self` says. */
function around(place: number, { offsets, neighbours }: Neighbours, deviations: Float64Array, self: boolean) {
  let sum = self ? (deviations[place] ?? 0) : 0;
  let size = self ? 1 : 0;
  for (let link = offsets[place] ?? 0; link < (offsets[place + 1] ?? 0); link++) {
    const neighbour = neighbours[link] ?? 0;
    const deviation = deviations[neighbour] ?? Number.NaN;
    if (neighbour === place || Number.isNaN(deviation)) continue;
    sum += deviation;
    size++;
  }
  return { sum, size };
}

/** z of a sum of `size` values drawn without replacement from `from` values of this mean and variance. */
function zOfSum(sum: number, size: number, from: number, mean: number, variance: number): number {
  const spread = (variance * size * (from - size)) / (from - 1);
  return from > 1 && spread > 0 ? (sum - size * mean) / Math.sqrt(spread) : 0;
}

function localScores(values: Float64Array, neighbours: Neighbours, star: boolean): LocalScores {
  checkOneEach(values, neighbours);
  const { deviations, sumOfSquares, count } = deviationsOfAll(values);
  const z = new Float64Array(values.length);
  for (let place = 0; place < z.length; place++) {
    const own = deviations[place] ?? Number.NaN;
    if (Number.isNaN(own)) continue;
    const { sum, size } = around(place, neighbours, deviations, star);
    const from = star ? count : count - 1;
    const mean = star ? 0 : -own / from;
    const variance = (star ? sumOfSquares : sumOfSquares - own ** 2) / from - mean ** 2;
    const varies = variance > (rounding * sumOfSquares) / count;
    z[place] = varies ? zOfSum(sum, size, from, mean, variance) : 0;
  }
  return { z, p: z.map(twoSidedP) };
}

/**
 * Getis-Ord Gi*: does the sum over a place **and** its neighbours stand out from the study area?
 * Binary weights, the place itself included; mean and variance over all places; O(n·k).
 *
 * A place without a value (NaN) is outside the study area: z 0, p 1, and nobody's neighbour. Where nothing
 * can be judged (all values equal, a single place, neighbours that are the whole area) z is 0 and p is 1. An
 * island is judged by its own value.
 *
 * Ord, J. K. & Getis, A. (1995), Geographical Analysis 27, 286-306, equation 14.
 *
 * @param values shape n: counts or rates, any unit (z does not depend on it)
 * @throws RangeError when values and places differ in number
 */
export const getisOrdStar = (values: Float64Array, neighbours: Neighbours): LocalScores =>
  localScores(values, neighbours, true);

/**
 * Getis-Ord Gi: does the sum over the neighbours of a place, **without** itself, stand out? Mean and variance
 * are those of the other places. Otherwise as {@link getisOrdStar}; an island has no neighbours to judge: z
 * 0, p 1.
 *
 * Ord, J. K. & Getis, A. (1995), Geographical Analysis 27, 286-306.
 */
export const getisOrd = (values: Float64Array, neighbours: Neighbours): LocalScores =>
  localScores(values, neighbours, false);

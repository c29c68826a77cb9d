import { twoSidedP } from '../two-sided-p.ts';
import { deviationsOf } from './deviations.ts';
import type { GlobalScore } from './getis-ord-global.ts';
import { placeCount, type Weights } from './neighbours.ts';
import { withValues } from './subset.ts';
import { type WeightSums, weightSums } from './weight-sums.ts';

/**
 * What chance is taken to be: the values shuffled over the places, or drawn anew from a normal distribution.
 */
export type MoranAssumption = 'randomisation' | 'normality';

/** Σ w_ij·d_j for every place: the lag; shape n. */
export function spatialLag(deviations: Float64Array, { offsets, neighbours, values }: Weights): Float64Array {
  const lag = new Float64Array(deviations.length);
  for (let place = 0; place < lag.length; place++)
    for (let link = offsets[place] ?? 0; link < (offsets[place + 1] ?? 0); link++)
      lag[place] = (lag[place] ?? 0) + (values?.[link] ?? 1) * (deviations[neighbours[link] ?? 0] ?? 0);
  return lag;
}

const underNormality = (n: number, { s0, s1, s2 }: WeightSums): number =>
  (n ** 2 * s1 - n * s2 + 3 * s0 ** 2) / ((n ** 2 - 1) * s0 ** 2) - 1 / (n - 1) ** 2;

function underRandomisation(n: number, { s0, s1, s2 }: WeightSums, kurtosis: number): number {
  const shape = (n ** 2 - n) * s1 - 2 * n * s2 + 6 * s0 ** 2;
  const size = n * ((n ** 2 - 3 * n + 3) * s1 - n * s2 + 3 * s0 ** 2);
  return (size - kurtosis * shape) / ((n - 1) * (n - 2) * (n - 3) * s0 ** 2) - 1 / (n - 1) ** 2;
}

/**
 * Moran's I: do neighbouring places have similar values (z > 0) or opposite ones (z < 0)? O(n·k). Weights as
 * given: row-standardise them first for the usual statistic. Islands stay in the study area. Places without a
 * value (NaN) are left out with their links. With fewer than four places, no links, or values that are all
 * equal nothing can be judged: value 0, z 0, p 1.
 *
 * Cliff, A. D. & Ord, J. K. (1981), Spatial Processes, chapter 2.
 *
 * @param values shape n, any unit (I does not depend on it)
 * @throws RangeError when values and places differ in number
 */
export function globalMoran(
  values: Float64Array,
  weights: Weights,
  assumption: MoranAssumption = 'randomisation',
): GlobalScore {
  const { weights: links, values: known } = withValues(values, weights);
  const { deviations, sumOfSquares } = deviationsOf(known);
  const sums = weightSums(links);
  const n = placeCount(links);
  const expected = n > 1 ? -1 / (n - 1) : 0;
  if (n < 4 || sumOfSquares === 0 || sums.s0 === 0) return { value: 0, expected, variance: 0, z: 0, p: 1 };
  const lag = spatialLag(deviations, links);
  const products = lag.reduce((sum, value, place) => sum + value * (deviations[place] ?? 0), 0);
  const value = (n / sums.s0) * (products / sumOfSquares);
  const kurtosis = (n * deviations.reduce((sum, each) => sum + each ** 4, 0)) / sumOfSquares ** 2;
  const variance =
    assumption === 'normality' ? underNormality(n, sums) : underRandomisation(n, sums, kurtosis);
  const z = variance > 0 ? (value - expected) / Math.sqrt(variance) : 0;
  return { value, expected, variance, z, p: twoSidedP(z) };
}

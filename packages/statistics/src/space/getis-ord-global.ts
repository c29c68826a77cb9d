import { twoSidedP } from '../two-sided-p.ts';
import { type Neighbours, placeCount } from './neighbours.ts';
import { withValues } from './subset.ts';
import { type WeightSums, weightSums } from './weight-sums.ts';

/** One statistic for the whole study area with its moments if places were shuffled at random. */
export interface GlobalScore {
  value: number;
  expected: number;
  variance: number;
  z: number;
  /** Two-sided, from the normal approximation. */
  p: number;
}

const powerSum = (values: Float64Array, power: number): number =>
  values.reduce((sum, value) => sum + value ** power, 0);

/** E[G²] when values are shuffled over places. */
function secondMoment(values: Float64Array, { s0, s1, s2 }: WeightSums): number {
  const n = values.length;
  const [m1, m2, m3, m4] = [1, 2, 3, 4].map((power) => powerSum(values, power)) as [
    number,
    number,
    number,
    number,
  ];
  const terms =
    ((n ** 2 - 3 * n + 3) * s1 - n * s2 + 3 * s0 ** 2) * m2 ** 2 -
    ((n ** 2 - n) * s1 - 2 * n * s2 + 6 * s0 ** 2) * m4 -
    (2 * n * s1 - (n + 3) * s2 + 6 * s0 ** 2) * m1 ** 2 * m2 +
    (4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0 ** 2) * m1 * m3 +
    (s1 - s2 + s0 ** 2) * m1 ** 4;
  return terms / ((m1 ** 2 - m2) ** 2 * n * (n - 1) * (n - 2) * (n - 3));
}

/** Products of values over links, as a share of the products over all pairs. */
function shareOfProducts(values: Float64Array, { offsets, neighbours }: Neighbours): number {
  let near = 0;
  for (let place = 0; place < values.length; place++)
    for (let link = offsets[place] ?? 0; link < (offsets[place + 1] ?? 0); link++)
      near += (values[place] ?? 0) * (values[neighbours[link] ?? 0] ?? 0);
  return near / (powerSum(values, 1) ** 2 - powerSum(values, 2));
}

/**
 * Global G: do high values (z > 0) or low values (z < 0) gather, over the whole study area? Binary weights.
 * Values share a natural origin and are not negative. Places without a value (NaN) are left out. With fewer
 * than four places, no links, or values that are all equal nothing can be judged: z 0, p 1.
 *
 * Getis, A. & Ord, J. K. (1992), Geographical Analysis 24, 189-206; the coefficient of Σx⁴ is 6 W² as in the
 * exact moment.
 *
 * @param values shape n, ≥ 0
 * @throws RangeError for negative values, or when values and places differ in number
 */
export function globalG(values: Float64Array, neighbours: Neighbours): GlobalScore {
  const { weights, values: known } = withValues(values, neighbours);
  if (known.some((value) => value < 0))
    throw new RangeError('The global G needs values of 0 or more; for values around 0 use Moran’s I.');
  const sums = weightSums({ offsets: weights.offsets, neighbours: weights.neighbours });
  const n = placeCount(weights);
  const expected = n > 1 ? sums.s0 / (n * (n - 1)) : 0;
  const value = shareOfProducts(known, weights);
  const flat = known.every((each) => each === known[0]);
  if (n < 4 || flat || sums.s0 === 0 || !Number.isFinite(value))
    return { value: expected, expected, variance: 0, z: 0, p: 1 };
  const variance = Math.max(0, secondMoment(known, sums) - expected ** 2);
  const z = variance > 0 ? (value - expected) / Math.sqrt(variance) : 0;
  return { value, expected, variance, z, p: twoSidedP(z) };
}

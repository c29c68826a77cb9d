import { twoSidedP } from '../two-sided-p.ts';
import { deviationsOf } from './deviations.ts';
import type { LocalScores } from './getis-ord-local.ts';
import { spatialLag } from './moran-global.ts';
import { placeCount, type Weights } from './neighbours.ts';
import { withValues } from './subset.ts';

/** Where a place stands: its own value high (H) or low (L), then its neighbours'. */
export const quadrantNames = ['none', 'HH', 'LH', 'LL', 'HL'] as const;

/** Shapes n. */
export interface LocalMoran extends LocalScores {
  /** Above 0: like its neighbours; below 0: unlike them. */
  value: Float64Array;
  /**
   * 1 HH, 2 LH, 3 LL, 4 HL (see `quadrantNames`); 0 for an island, or where place or neighbours are exactly
   * average.
   */
  quadrant: Int8Array;
}

/** Σ w and Σ w² of one row. */
function rowMoments({ offsets, values }: Weights, place: number): { sum: number; squares: number } {
  const [from, to] = [offsets[place] ?? 0, offsets[place + 1] ?? 0];
  if (!values) return { sum: to - from, squares: to - from };
  let [sum, squares] = [0, 0];
  for (let link = from; link < to; link++) {
    sum += values[link] ?? 0;
    squares += (values[link] ?? 0) ** 2;
  }
  return { sum, squares };
}

function quadrantOf(own: number, lag: number): number {
  if (own === 0 || lag === 0) return 0;
  if (own > 0) return lag > 0 ? 1 : 4;
  return lag > 0 ? 2 : 3;
}

/**
 * Local Moran: which places are like their neighbours (HH, LL) and which unlike (HL, LH). z and p are exact
 * in mean and variance for the other values being shuffled over the other places (conditional randomisation),
 * then normal; for skewed values see `permutedLocalMoran`. Weights as given; O(n·k). The mean of the values
 * times n / S0 is Moran's I.
 *
 * A place without a value (NaN) is outside the study area. All values equal, an island, or fewer than three
 * places: value 0, z 0, p 1.
 *
 * Anselin, L. (1995), Geographical Analysis 27, 93-115; Sokal, Oden & Thomson (1998), Geographical Analysis
 * 30, 331-354.
 *
 * @param values shape n, any unit
 * @throws RangeError when values and places differ in number
 */
export function localMoran(values: Float64Array, weights: Weights): LocalMoran {
  const { weights: links, values: known, places } = withValues(values, weights);
  const { deviations, sumOfSquares } = deviationsOf(known);
  const lag = spatialLag(deviations, links);
  const [value, z] = [new Float64Array(values.length), new Float64Array(values.length)];
  const quadrant = new Int8Array(values.length);
  const n = placeCount(links);
  for (let index = 0; index < n && sumOfSquares > 0; index++) {
    const place = places[index] ?? 0;
    const [own, around] = [deviations[index] ?? 0, lag[index] ?? 0];
    const { sum, squares } = rowMoments(links, index);
    const mean = -own / (n - 1);
    const variance = (sumOfSquares - own ** 2) / (n - 1) - mean ** 2;
    const spread = (variance * ((n - 1) * squares - sum ** 2)) / (n - 2);
    value[place] = (n * own * around) / sumOfSquares;
    quadrant[place] = sum === 0 ? 0 : quadrantOf(own, around);
    const judged = n > 2 && own !== 0 && spread > (1e-12 * squares * sumOfSquares) / n;
    z[place] = judged ? (Math.sign(own) * (around - sum * mean)) / Math.sqrt(spread) : 0;
  }
  return { value, z, p: z.map(twoSidedP), quadrant };
}

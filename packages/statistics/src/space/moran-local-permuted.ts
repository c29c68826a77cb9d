import { randomInteger, seededRandom, type UniformRandom } from '../random.ts';
import { deviationsOf } from './deviations.ts';
import { spatialLag } from './moran-global.ts';
import { placeCount, type Weights } from './neighbours.ts';
import { withValues } from './subset.ts';

/** How often to shuffle, and from which seed. */
export interface Permutations {
  permutations?: number;
  seed?: number;
}

const mostNeighbours = ({ offsets }: Weights): number =>
  offsets.reduce((most, offset, row) => Math.max(most, offset - (offsets[row - 1] ?? 0)), 0);

/** `size` different numbers below `below`, in random order, into `draw`; `seen` is all 0 before and after. */
function drawDistinct(draw: Uint32Array, below: number, random: UniformRandom, seen: Uint8Array): void {
  for (let index = 0; index < draw.length; index++) {
    let number = randomInteger(random, below);
    while (seen[number] === 1) number = randomInteger(random, below);
    seen[number] = 1;
    draw[index] = number;
  }
  for (const number of draw) seen[number] = 0;
}

/** Lag of a place if the drawn others were its neighbours; `draw` numbers the others, skipping the place. */
function drawnLag(deviations: Float64Array, weights: Weights, place: number, draw: Uint32Array): number {
  const from = weights.offsets[place] ?? 0;
  const size = (weights.offsets[place + 1] ?? 0) - from;
  let lag = 0;
  for (let link = 0; link < size; link++) {
    const other = draw[link] ?? 0;
    lag += (weights.values?.[from + link] ?? 1) * (deviations[other < place ? other : other + 1] ?? 0);
  }
  return lag;
}

/**
 * Two-sided p of local Moran by conditional permutation: a place keeps its value while others are drawn into
 * its neighbourhood. p = 2 · (1 + draws at least as extreme on the nearer side) / (1 + draws), at most 1, so
 * never below 2 / (1 + draws). All places share the draws of a round; O(permutations · n · k). The same seed
 * gives the same p. An island, a place without a value (NaN) or exactly average, or values that are all
 * equal: p 1.
 *
 * Anselin, L. (1995), Geographical Analysis 27, 93-115.
 *
 * @param values shape n, any unit
 * @returns shape n
 * @throws RangeError when values and places differ in number
 */
export function permutedLocalMoran(
  values: Float64Array,
  weights: Weights,
  { permutations = 999, seed = 1 }: Permutations = {},
): Float64Array {
  const { weights: links, values: known, places } = withValues(values, weights);
  const { deviations, sumOfSquares } = deviationsOf(known);
  const p = new Float64Array(values.length).fill(1);
  const n = placeCount(links);
  if (n < 3 || sumOfSquares === 0) return p;
  const observed = spatialLag(deviations, links);
  const [below, above] = [new Uint32Array(n), new Uint32Array(n)];
  const random = seededRandom(seed);
  const draw = new Uint32Array(Math.min(n - 1, mostNeighbours(links)));
  const seen = new Uint8Array(n);
  const rounding = 1e-12 * Math.sqrt(sumOfSquares);
  for (let round = 0; round < permutations; round++) {
    drawDistinct(draw, n - 1, random, seen);
    for (let place = 0; place < n; place++) {
      const difference = drawnLag(deviations, links, place, draw) - (observed[place] ?? 0);
      if (difference <= rounding) below[place] = (below[place] ?? 0) + 1;
      if (difference >= -rounding) above[place] = (above[place] ?? 0) + 1;
    }
  }
  for (let index = 0; index < n; index++) {
    if (deviations[index] === 0) continue;
    const nearer = Math.min(below[index] ?? 0, above[index] ?? 0);
    p[places[index] ?? 0] = Math.min(1, (2 * (1 + nearer)) / (1 + permutations));
  }
  return p;
}

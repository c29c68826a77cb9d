import { placeCount, type Weights } from './neighbours.ts';

/** Sums over all weights w_ij, as the moments of Moran's I and of the global G use them. */
export interface WeightSums {
  /** Σ w_ij */
  s0: number;
  /** ½ Σ (w_ij + w_ji)² */
  s1: number;
  /** Σ_i (Σ_j w_ij + Σ_j w_ji)² */
  s2: number;
}

/** Σ w_ij·w_ji, from rows laid out one after another: O(places + links). */
function sumOfReturns(weights: Weights, columns: Weights): number {
  const back = new Float64Array(placeCount(weights));
  let sum = 0;
  for (let place = 0; place < back.length; place++) {
    const [from, to] = [weights.offsets[place] ?? 0, weights.offsets[place + 1] ?? 0];
    for (let link = from; link < to; link++)
      back[weights.neighbours[link] ?? 0] = weights.values?.[link] ?? 1;
    for (let link = columns.offsets[place] ?? 0; link < (columns.offsets[place + 1] ?? 0); link++)
      sum += (back[columns.neighbours[link] ?? 0] ?? 0) * (columns.values?.[link] ?? 1);
    for (let link = from; link < to; link++) back[weights.neighbours[link] ?? 0] = 0;
  }
  return sum;
}

/** The same links seen from their far end: w_ji in row i. */
function transposed(weights: Weights): Weights {
  const places = placeCount(weights);
  const offsets = new Uint32Array(places + 1);
  for (const neighbour of weights.neighbours) offsets[neighbour + 1] = (offsets[neighbour + 1] ?? 0) + 1;
  for (let place = 0; place < places; place++)
    offsets[place + 1] = (offsets[place + 1] ?? 0) + (offsets[place] ?? 0);
  const next = offsets.slice();
  const neighbours = new Uint32Array(weights.neighbours.length);
  const values = new Float64Array(neighbours.length);
  for (let place = 0; place < places; place++)
    for (let link = weights.offsets[place] ?? 0; link < (weights.offsets[place + 1] ?? 0); link++) {
      const neighbour = weights.neighbours[link] ?? 0;
      const slot = next[neighbour] ?? 0;
      neighbours[slot] = place;
      values[slot] = weights.values?.[link] ?? 1;
      next[neighbour] = slot + 1;
    }
  return { offsets, neighbours, values };
}

/** Σ_j w_ij of every place; shape n. */
function rowSums(weights: Weights): Float64Array {
  const sums = new Float64Array(placeCount(weights));
  for (let place = 0; place < sums.length; place++)
    for (let link = weights.offsets[place] ?? 0; link < (weights.offsets[place + 1] ?? 0); link++)
      sums[place] = (sums[place] ?? 0) + (weights.values?.[link] ?? 1);
  return sums;
}

/** S0, S1 and S2 (Cliff & Ord 1981), for symmetric weights and others; O(places + links). */
export function weightSums(weights: Weights): WeightSums {
  const columns = transposed(weights);
  const [out, into] = [rowSums(weights), rowSums(columns)];
  const squares = weights.values?.reduce((sum, value) => sum + value ** 2, 0) ?? weights.neighbours.length;
  return {
    s0: out.reduce((sum, value) => sum + value, 0),
    s1: squares + sumOfReturns(weights, columns),
    s2: out.reduce((sum, value, place) => sum + (value + (into[place] ?? 0)) ** 2, 0),
  };
}

import { placeCount, type Weights } from './neighbours.ts';

/**
 * Weights of each place scaled to sum to 1, so that its lag is a mean of its neighbours; islands keep none.
 */
export function rowStandardised(weights: Weights): Weights {
  const { offsets, neighbours } = weights;
  const values = weights.values ? weights.values.slice() : new Float64Array(neighbours.length).fill(1);
  for (let place = 0; place < placeCount(weights); place++) {
    const row = values.subarray(offsets[place], offsets[place + 1]);
    const sum = row.reduce((total, value) => total + value, 0);
    if (sum !== 0) for (let link = 0; link < row.length; link++) row[link] = (row[link] ?? 0) / sum;
  }
  return { offsets, neighbours, values };
}

import { checkOneEach, type Weights } from './neighbours.ts';

/** Weights among some places only, and where those stood before. */
export interface Subset {
  weights: Weights;
  places: Uint32Array;
}

/**
 * The study area without some places: their links go with them, in both directions; the weights of the other
 * links stay as they are (rows that summed to 1 may sum to less).
 *
 * @param keep shape n: 1 stays, 0 goes
 */
function subset(weights: Weights, keep: Uint8Array): Subset {
  const numbers = new Uint32Array(keep.length);
  let kept = 0;
  for (let place = 0; place < keep.length; place++) if (keep[place] === 1) numbers[place] = kept++;
  const places = new Uint32Array(kept);
  const offsets = new Uint32Array(kept + 1);
  const neighbours = new Uint32Array(weights.neighbours.length);
  const values = weights.values && new Float64Array(neighbours.length);
  let length = 0;
  for (let place = 0; place < keep.length; place++) {
    if (keep[place] !== 1) continue;
    const number = numbers[place] ?? 0;
    places[number] = place;
    for (let link = weights.offsets[place] ?? 0; link < (weights.offsets[place + 1] ?? 0); link++) {
      const neighbour = weights.neighbours[link] ?? 0;
      if (keep[neighbour] !== 1) continue;
      neighbours[length] = numbers[neighbour] ?? 0;
      if (values) values[length] = weights.values?.[link] ?? 0;
      length++;
    }
    offsets[number + 1] = length;
  }
  const links = { offsets, neighbours: neighbours.slice(0, length) };
  return { weights: values ? { ...links, values: values.slice(0, length) } : links, places };
}

/** 0, 1, … as many as there are places. */
function numbersBelow(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let place = 0; place < count; place++) numbers[place] = place;
  return numbers;
}

/**
 * Drops the places whose value is not a finite number.
 *
 * @throws RangeError when there are not as many values as places
 */
export function withValues(values: Float64Array, weights: Weights): Subset & { values: Float64Array } {
  checkOneEach(values, weights);
  const finite = new Uint8Array(values.length);
  for (let place = 0; place < finite.length; place++) finite[place] = Number.isFinite(values[place]) ? 1 : 0;
  if (!finite.includes(0)) return { weights, values, places: numbersBelow(values.length) };
  const kept = subset(weights, finite);
  const known = new Float64Array(kept.places.length);
  for (let number = 0; number < known.length; number++)
    known[number] = values[kept.places[number] ?? 0] ?? Number.NaN;
  return { ...kept, values: known };
}

import { randomInteger, seededRandom } from '@hotline-atlas/statistics';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

const size = 1 << 16;

/** Every quantile of the standard normal distribution once, in a random but fixed order. */
function shuffledQuantiles(): Float64Array {
  const numbers = Float64Array.from({ length: size }, (_, at) => normalQuantile((at + 0.5) / size, 0, 1));
  const random = seededRandom(65_537);
  for (let at = size - 1; at > 0; at--) {
    const other = randomInteger(random, at + 1);
    const kept = numbers[at] ?? 0;
    numbers[at] = numbers[other] ?? 0;
    numbers[other] = kept;
  }
  return numbers;
}

let kept: Float64Array | null = null;

/** A stream of standard normal numbers that is begun anew with each draw. */
export interface NormalNumbers {
  /** Begins a draw somewhere else. */
  begin: () => void;
  next: () => number;
}

/**
 * Seeded standard normal numbers from a table: a draw begins at a random place of it and goes on in random,
 * odd steps. A hundredfold faster than drawing each, which is what ranks of many months take.
 */
export function normalNumbers(seed: number): NormalNumbers {
  kept ??= shuffledQuantiles();
  const table = kept;
  const random = seededRandom(seed);
  let [place, step] = [0, 1];
  return {
    begin: () => {
      place = randomInteger(random, size);
      step = 2 * randomInteger(random, size / 2) + 1;
    },
    next: () => {
      place = (place + step) & (size - 1);
      return table[place] ?? 0;
    },
  };
}

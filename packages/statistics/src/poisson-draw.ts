import poisson from '@stdlib/random-base-poisson';
import type { UniformRandom } from './random.ts';

/**
 * Means from here up are left to the library's rejection method; below it, it would take one uniform number a
 * count.
 */
const largeMean = 30;

/** One uniform number turned into a Poisson count by adding up probabilities (Devroye 1986, X.3.3). */
function inverted(mean: number, uniform: number): number {
  let probability = Math.exp(-mean);
  let left = uniform;
  let count = 0;
  while (left > probability && probability > 0) {
    left -= probability;
    count++;
    probability *= mean / count;
  }
  return count;
}

/** Counts of chance around a mean > 0, repeatable with the stream. */
export function poissonDraw(random: UniformRandom): (mean: number) => number {
  const rejection = poisson.factory({ prng: random as never });
  return (mean) => (mean < largeMean ? inverted(mean, random()) : rejection(mean));
}

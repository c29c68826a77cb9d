import type { Expectation } from '@hotline-atlas/model';
import { type Matrix, placeTotals, stepTotals } from '../series/matrix.ts';

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** What places are judged by: counts, all appeals of the same places and steps, residents. */
export interface ExpectationBasis {
  counts: Matrix;
  /** Same shape; only for the expectation `appeals`. */
  exposure: Matrix | null;
  residents: readonly (number | null)[];
}

/**
 * What each place and step was to be expected to count, so that every step's expectations add up to its
 * count.
 */
export function expectedCounts(
  expected: Expectation,
  { counts, exposure, residents }: ExpectationBasis,
): Matrix {
  const { places, steps } = counts;
  const perStep = stepTotals(counts);
  const perPlace = placeTotals(counts);
  const all = sum(perPlace);
  const exposurePerStep = exposure ? stepTotals(exposure) : new Float64Array(steps);
  const everybody = sum(residents.map((number) => number ?? 0));
  const shareOf = (place: number, step: number): number => {
    if (expected === 'even') return 1 / places;
    if (expected === 'residents') return share(residents[place] ?? 0, everybody);
    if (expected === 'usual') return share(perPlace[place] ?? 0, all);
    return share(exposure?.values[place * steps + step] ?? 0, exposurePerStep[step] ?? 0);
  };
  const values = new Float64Array(places * steps);
  for (let place = 0; place < places; place++)
    for (let step = 0; step < steps; step++)
      values[place * steps + step] = (perStep[step] ?? 0) * shareOf(place, step);
  return { places, steps, values };
}

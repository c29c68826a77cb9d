import { type Matrix, placeTotals, stepTotals } from '../series/matrix.ts';

/**
 * What was to be expected where nothing happens but chance: the usual share of each place, from a longer
 * time, times what the whole area counted in the step. A rise everywhere, or a place that always reports
 * much, is no cluster.
 *
 * @param usual appeals of each place over the longer time; at least those of the steps themselves
 */
export function usualBaselines(counts: Matrix, usual: Float64Array): Matrix {
  const { places, steps } = counts;
  const own = placeTotals(counts);
  const reference = usual.map((total, place) => Math.max(total, own[place] ?? 0));
  const all = reference.reduce((sum, value) => sum + value, 0);
  const perStep = stepTotals(counts);
  const values = new Float64Array(places * steps);
  if (all === 0) return { places, steps, values };
  for (let place = 0; place < places; place++)
    for (let step = 0; step < steps; step++)
      values[place * steps + step] = ((reference[place] ?? 0) / all) * (perStep[step] ?? 0);
  return { places, steps, values };
}

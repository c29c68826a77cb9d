import { gammaQuantile } from '../distributions/index.ts';
import type { Interval } from './wilson-interval.ts';

/** A rate as it would be if the population were made up like the standard one. */
export interface StandardisedRate extends Interval {
  rate: number;
  /** The rate as counted. */
  crude: number;
}

function check(counts: Float64Array, populations: Float64Array, standard: Float64Array): void {
  if (counts.length !== populations.length || counts.length !== standard.length)
    throw new RangeError('Counts, populations and standard population need one value for each group.');
  if (![counts, populations, standard].every((values) => values.every((value) => value >= 0)))
    throw new RangeError('Counts, populations and standard population must be numbers and not negative.');
  if (
    counts.some(
      (_, group) => populations[group] === 0 && ((standard[group] ?? 0) > 0 || (counts[group] ?? 0) > 0),
    )
  )
    throw new RangeError(
      'A group of the standard population has no people here; join it with another group.',
    );
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Directly standardised rate with its interval: compares places whose people differ in age, district or
 * topic. Counts are independent Poisson. The gamma interval holds for few events too, and for a single group
 * it is the exact Poisson interval. No event at all: rate 0 and a lower bound of 0.
 *
 * Fay, M. P. & Feuer, E. J. (1997), Statistics in Medicine 16, 791-801.
 *
 * @param counts shape groups: events
 * @param populations shape groups: people or exposure here
 * @param standard shape groups: people of the standard population; only shares matter
 * @throws RangeError for shapes that differ, negative values, or a standard group without people here
 */
export function directlyStandardisedRate(
  counts: Float64Array,
  populations: Float64Array,
  standard: Float64Array,
  confidence = 0.95,
): StandardisedRate {
  check(counts, populations, standard);
  const people = total(standard);
  if (people === 0) throw new RangeError('The standard population is empty; give at least one group people.');
  const weights = standard.map((size, group) => (size === 0 ? 0 : size / people / (populations[group] ?? 1)));
  const rate = counts.reduce((sum, count, group) => sum + count * (weights[group] ?? 0), 0);
  const variance = counts.reduce((sum, count, group) => sum + count * (weights[group] ?? 0) ** 2, 0);
  const most = weights.reduce((largest, weight) => Math.max(largest, weight), 0);
  const tail = (1 - confidence) / 2;
  return {
    rate,
    crude: total(counts) / total(populations),
    lower: rate === 0 ? 0 : gammaQuantile(tail, rate ** 2 / variance, rate / variance),
    upper: gammaQuantile(
      1 - tail,
      (rate + most) ** 2 / (variance + most ** 2),
      (rate + most) / (variance + most ** 2),
    ),
  };
}

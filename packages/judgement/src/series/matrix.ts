import { daysBetween, type LocalDate } from '@hotline-atlas/model';
import type { Series } from './decode-series.ts';

/** Counts by place and step, flat: index = place · steps + step. */
export interface Matrix {
  places: number;
  steps: number;
  values: Float64Array;
}

const dayNumber = (day: LocalDate): number => daysBetween('1970-01-01', day);

/** The position of a step by the day it begins on. */
export const stepNumbers = (starts: readonly LocalDate[]): Map<number, number> =>
  new Map(starts.map((start, step) => [dayNumber(start), step]));

/**
 * Sparse series as a full matrix of some places and steps. Series of other places and days of other steps are
 * passed over.
 * @param measure which of the counts
 */
export function matrixOf(
  series: readonly Series[],
  places: readonly string[],
  starts: readonly LocalDate[],
  measure = 0,
): Matrix {
  const rows = new Map(places.map((place, row) => [place, row]));
  const columns = stepNumbers(starts);
  const values = new Float64Array(places.length * starts.length);
  for (const { keys, days, counts } of series) {
    const row = rows.get(keys[0] ?? '');
    const own = counts[measure];
    if (row === undefined || !own) continue;
    for (let index = 0; index < days.length; index++) {
      const step = columns.get(days[index] ?? -1);
      if (step === undefined) continue;
      const at = row * starts.length + step;
      values[at] = (values[at] ?? 0) + (own[index] ?? 0);
    }
  }
  return { places: places.length, steps: starts.length, values };
}

/** Sums over the steps, one a place. */
export function placeTotals({ places, steps, values }: Matrix): Float64Array {
  const totals = new Float64Array(places);
  for (let place = 0; place < places; place++) {
    let total = 0;
    for (let at = place * steps; at < (place + 1) * steps; at++) total += values[at] ?? 0;
    totals[place] = total;
  }
  return totals;
}

/** Sums over the places, one a step. */
export function stepTotals({ steps, values }: Matrix): Float64Array {
  const totals = new Float64Array(steps);
  for (let at = 0, step = 0; at < values.length; at++) {
    totals[step] = (totals[step] ?? 0) + (values[at] ?? 0);
    step = step + 1 === steps ? 0 : step + 1;
  }
  return totals;
}

/** The values of one step, one a place. */
export const stepOf = ({ places, steps, values }: Matrix, step: number): Float64Array =>
  Float64Array.from({ length: places }, (_, place) => values[place * steps + step] ?? 0);

import { type MetricName, metricOf } from '@hotline-atlas/model';
import type { Series } from '../series/decode-series.ts';

/** Sums by day number of the first day of a step: of the metric, or of its numerator and denominator. */
export interface Sums {
  value: ReadonlyMap<number, number>;
  denominator: ReadonlyMap<number, number> | null;
}

const byDay = (series: Series | undefined, measure: number): Map<number, number> =>
  new Map(Array.from(series?.days ?? [], (day, index) => [day, series?.counts[measure]?.[index] ?? 0]));

/** The sums of a metric from the only series of an answer that is grouped by time alone. */
export function sumsOf(series: readonly Series[], metric: MetricName): Sums {
  const [only] = series;
  const ratio = metricOf(metric).kind === 'ratio';
  return { value: byDay(only, 0), denominator: ratio ? byDay(only, 1) : null };
}

/** One value with what it is made of; null where it cannot be said. */
export interface Observed {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

/** Rates of fewer are not judged: they move by chance more than by anything else. */
const fewestInRate = 30;

/** Whether a step has too few appeals for its rate to be judged. */
export const isTooFew = ({ denominator }: Pick<Observed, 'denominator'>): boolean =>
  denominator !== null && denominator < fewestInRate;

/** What is observed at one step, or over some days together. */
export function observedAt({ value, denominator }: Sums, days: readonly number[]): Observed {
  const sum = (counts: ReadonlyMap<number, number>) =>
    days.reduce((total, day) => total + (counts.get(day) ?? 0), 0);
  if (!denominator) return { value: sum(value), numerator: null, denominator: null };
  const [above, below] = [sum(value), sum(denominator)];
  return { value: below > 0 ? above / below : null, numerator: above, denominator: below };
}

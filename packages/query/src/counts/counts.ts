import { type Measure, type MetricName, storedSums } from '@hotline-atlas/model';
import { storedSumsOf } from '../compile/counters.ts';

/** What was counted on one side of a question. */
export interface Counts {
  /** Stored sums, in the order of `storedSumsOf`; none where nothing was counted. */
  sums: readonly number[];
  /** Appeals closed, by class of the time it took. */
  histogram: readonly number[];
  /** Different callers. */
  callers: number;
}

export const nothing: Counts = { sums: [], histogram: [], callers: 0 };

/** Reads a measure from counts. */
export type MeasureOf = (measure: Measure, counts: Counts) => number;

/** How the measures of some metrics are read from their stored sums. */
export function measureOfStored(metrics: readonly MetricName[]): MeasureOf {
  const order = storedSumsOf(metrics);
  const at = (stored: string) => order.indexOf(stored);
  const places = new Map<Measure, { add: number[]; subtract: number[] }>();
  const placesOf = (measure: Measure) => {
    const { add, subtract = [] } = storedSums[measure];
    const found = places.get(measure) ?? { add: add.map(at), subtract: subtract.map(at) };
    places.set(measure, found);
    return found;
  };
  return (measure, { sums }) => {
    const { add, subtract } = placesOf(measure);
    const total = (which: readonly number[]) => which.reduce((sum, index) => sum + (sums[index] ?? 0), 0);
    return total(add) - total(subtract);
  };
}

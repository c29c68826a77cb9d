import { type MetricName, metricOf, type Value } from '@hotline-atlas/model';
import type { Residents } from '../plan/residents.ts';
import type { Counts, MeasureOf } from './counts.ts';
import { hoursWithin } from './hours-within.ts';

type Known = number | null;

/** Value, numerator and denominator of a metric, those it has, in the order of the answer's columns. */
export type ValuesOf = (counts: Counts, row: Readonly<Record<string, Value>>) => Known[];

const ratio = (numerator: number, denominator: Known, times = 1): Known[] => [
  denominator ? (times * numerator) / denominator : null,
  numerator,
  denominator,
];

const residentsOf = (residents: Residents, row: Readonly<Record<string, Value>>): Known =>
  (residents.by === null ? residents.total : residents.areas.get(String(row[residents.by]))) || null;

/** How a metric is made of counts. `compile/metric.ts` says the same in SQL. */
export function valuesOf(metric: MetricName, measure: MeasureOf, residents: Residents): ValuesOf {
  const declared = metricOf(metric);
  switch (declared.kind) {
    case 'sum':
      return (counts) => [measure(declared.measure, counts)];
    case 'ratio':
      return (counts) => ratio(measure(declared.numerator, counts), measure(declared.denominator, counts));
    case 'closing_time_quantile':
      return ({ histogram }) => [
        hoursWithin(histogram, declared.quantile),
        histogram.reduce((sum, count) => sum + count, 0),
      ];
    case 'distinct_callers':
      return ({ callers }) => [callers];
    case 'repeat_share':
      return (counts) => {
        const known = measure('caller_known', counts);
        return ratio(Math.max(known - counts.callers, 0), known);
      };
    case 'per_residents':
      return (counts, row) => ratio(measure(declared.measure, counts), residentsOf(residents, row), 10_000);
  }
}

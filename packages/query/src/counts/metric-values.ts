import { formulaOf, type MetricName, type Term, type Value } from '@hotline-atlas/model';
import type { Residents } from '../plan/residents.ts';
import type { Counts, MeasureOf } from './counts.ts';
import { hoursWithin } from './hours-within.ts';

type Known = number | null;
type Row = Readonly<Record<string, Value>>;

/** Value, numerator and denominator of a metric, those it has, in the order of the answer's columns. */
export type ValuesOf = (counts: Counts, row: Row) => Known[];

const residentsOf = (residents: Residents, row: Row): Known =>
  (residents.by === null ? residents.total : residents.areas.get(String(row[residents.by]))) || null;

type NumberOf = (counts: Counts, row: Row) => Known;

function numberOf(term: Term, measure: MeasureOf, residents: Residents): NumberOf {
  switch (term.of) {
    case 'measure':
      return (counts) => measure(term.measure, counts);
    case 'open_orders':
      throw new Error('Open orders are counted by the engine: see plan/way.ts');
    case 'callers':
      return ({ callers }) => callers;
    case 'repeats':
      return (counts) => Math.max(measure(term.measure, counts) - counts.callers, 0);
    case 'residents':
      return (_, row) => residentsOf(residents, row);
  }
}

/** A formula in JavaScript, of counts. `compile/metric.ts` is the same formula in SQL. */
export function valuesOf(metric: MetricName, measure: MeasureOf, residents: Residents): ValuesOf {
  const formula = formulaOf(metric);
  switch (formula.shape) {
    case 'number': {
      const number = numberOf(formula.term, measure, residents);
      return (counts, row) => [number(counts, row)];
    }
    case 'ratio': {
      const { times } = formula;
      const [above, below] = [formula.numerator, formula.denominator].map((term) =>
        numberOf(term, measure, residents),
      ) as [NumberOf, NumberOf];
      return (counts, row) => {
        const [numerator, denominator] = [above(counts, row) ?? 0, below(counts, row)];
        return [denominator ? (times * numerator) / denominator : null, numerator, denominator];
      };
    }
    case 'closing_time':
      return ({ histogram }) => [
        hoursWithin(histogram, formula.share),
        histogram.reduce((sum, count) => sum + count, 0),
      ];
  }
}

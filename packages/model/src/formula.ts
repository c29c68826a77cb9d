import type { Measure } from './measures.ts';
import { type MetricName, metricOf, type OpenCount } from './metrics.ts';

/**
 * A number that formulas are made of: the appeals of a measure; orders that are open; different callers; the
 * appeals of a measure beyond the first of each caller; the residents of the area.
 */
export type Term =
  | { of: 'open_orders'; which: OpenCount }
  | { of: 'measure'; measure: Measure }
  | { of: 'callers' }
  | { of: 'repeats'; measure: Measure }
  | { of: 'residents' };

/**
 * How a metric is computed: a number, `times · numerator / denominator`, or the time within which a share of
 * the closed orders was closed. A ratio has no value where its denominator is 0 or not known.
 */
export type Formula =
  | { shape: 'number'; term: Term }
  | { shape: 'ratio'; numerator: Term; denominator: Term; times: number }
  | { shape: 'closing_time'; share: number };

const measureTerm = (measure: Measure): Term => ({ of: 'measure', measure });

/** The formula of a metric. It is rendered to SQL and to JavaScript in `packages/query`. */
export function formulaOf(metric: MetricName): Formula {
  const declared = metricOf(metric);
  switch (declared.kind) {
    case 'sum':
      return { shape: 'number', term: measureTerm(declared.measure) };
    case 'open_orders':
      return { shape: 'number', term: { of: 'open_orders', which: declared.which } };
    case 'distinct_callers':
      return { shape: 'number', term: { of: 'callers' } };
    case 'ratio':
      return {
        shape: 'ratio',
        numerator: measureTerm(declared.numerator),
        denominator: measureTerm(declared.denominator),
        times: 1,
      };
    case 'repeat_share':
      return {
        shape: 'ratio',
        numerator: { of: 'repeats', measure: 'caller_known' },
        denominator: measureTerm('caller_known'),
        times: 1,
      };
    case 'per_residents':
      return {
        shape: 'ratio',
        numerator: measureTerm(declared.measure),
        denominator: { of: 'residents' },
        times: 10_000,
      };
    case 'closing_time_quantile':
      return { shape: 'closing_time', share: declared.quantile };
  }
}

/** The terms of a metric's formula. */
export function termsOf(metric: MetricName): Term[] {
  const formula = formulaOf(metric);
  switch (formula.shape) {
    case 'number':
      return [formula.term];
    case 'ratio':
      return [formula.numerator, formula.denominator];
    case 'closing_time':
      return [];
  }
}

/** Whether a metric needs the classes of times to close. */
export const needsClosingTimes = (metric: MetricName): boolean => formulaOf(metric).shape === 'closing_time';

/** Whether a metric needs a count of different callers. */
export const needsCallers = (metric: MetricName): boolean =>
  termsOf(metric).some(({ of }) => of === 'callers' || of === 'repeats');

/** Which open orders a metric counts; null where it counts none. */
export function openCountOf(metric: MetricName): OpenCount | null {
  const [term] = termsOf(metric);
  return term?.of === 'open_orders' ? term.which : null;
}

/** Whether a metric needs the residents of areas. */
export const needsResidents = (metric: MetricName): boolean =>
  termsOf(metric).some(({ of }) => of === 'residents');

/** The counts that go with the value of a metric, in the order of an answer's columns. */
export function companionsOf(metric: MetricName): ('numerator' | 'denominator')[] {
  switch (formulaOf(metric).shape) {
    case 'number':
      return [];
    case 'closing_time':
      return ['denominator'];
    case 'ratio':
      return ['numerator', 'denominator'];
  }
}

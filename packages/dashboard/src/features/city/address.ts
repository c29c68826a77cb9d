import type { MetricName } from '@hotline-atlas/model';
import { month } from '../../address/month.ts';
import { oneOf, text } from '../../address/parameter.ts';

/** Measures whose change the strip of districts can tell, as a leader asks for them. */
export const stripMeasures = [
  'satisfaction_rate',
  'resolution_rate',
  'on_time_rate',
  'appeals',
] as const satisfies readonly MetricName[];
export type StripMeasure = (typeof stripMeasures)[number];

/** Columns the strip of districts can be sorted by; `-` is from the highest down. */
const stripOrders = ['name', '-name', 'volume', '-volume', 'level', '-level', 'change', '-change'] as const;
export type StripOrder = (typeof stripOrders)[number];

/** Which month the page of the city is of, and what lies open over it. */
export const cityAddress = {
  month,
  measure: oneOf('outcome', stripMeasures, 'satisfaction_rate'),
  order: oneOf('rank', stripOrders, 'change'),
  /** The topic whose change is told: by district, channel and unit. */
  story: text('story'),
  /** Whom the brief is for, as `unit:works`. */
  ask: text('ask'),
};

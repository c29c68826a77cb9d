import type { DimensionName, Resolution } from './dimensions.ts';
import type { Clause } from './filter.ts';
import { encodeClause } from './filter.ts';
import type { MetricName } from './metrics.ts';
import type { LocalDate, Period } from './time.ts';

/** What is compared with: the period before, the same period a year earlier, or a named one. */
export type Compare = 'previous' | 'year' | Period;

/**
 * A column to sort by: a metric, a dimension, or of a metric that is compared `<metric>_before`, `_paired`,
 * `_before_paired`, `_change` or `_change_share`.
 */
export interface Order {
  column: string;
  descending: boolean;
}

/** Which appeals: shared by questions, records and exports. */
export interface Selection {
  where: Clause[];
  from?: LocalDate;
  to?: LocalDate;
  /** Regimes of the city pack whose days are left out. */
  withoutRegimes: string[];
  /** Words and phrases to find in what was written. */
  q?: string;
  /** Asks for the state of orders now; without it as of the newest appeal. */
  dueAt?: 'now';
  /** The moment of that, once it is known. */
  due?: OpenAsOf;
}

/** The moment as of which orders are open, overdue or due, and whose days count. */
export interface OpenAsOf {
  /** As `2024-01-31T12:00:00Z`. */
  at: string;
  timeZone: string;
}

/** The one question everything uses. */
export interface Query extends Selection {
  metrics: MetricName[];
  by: DimensionName[];
  compare?: Compare;
  order: Order[];
  limit?: number;
  /** Resolution of the dimension `cell`. */
  resolution: Resolution;
  /** Asks for aggregates of the whole city; without it for the appeals that whoever asks may see. */
  scope?: 'published';
}

const encodeCompare = (compare: Compare): string =>
  typeof compare === 'string' ? compare : `${compare.from}..${compare.to}`;

/** The parameters of a selection, as they stand in an address. */
export function encodeSelection(selection: Selection): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const clause of selection.where) parameters.append('where', encodeClause(clause));
  if (selection.from) parameters.set('from', selection.from);
  if (selection.to) parameters.set('to', selection.to);
  if (selection.withoutRegimes.length > 0)
    parameters.set('without_regimes', selection.withoutRegimes.join(','));
  if (selection.q) parameters.set('q', selection.q);
  if (selection.dueAt) parameters.set('due_at', selection.dueAt);
  return parameters;
}

/** The address parameters of a question; the inverse of `parseQuery`. */
export function encodeQuery(query: Query): URLSearchParams {
  const parameters = new URLSearchParams({ metrics: query.metrics.join(',') });
  if (query.by.length > 0) parameters.set('by', query.by.join(','));
  for (const [name, value] of encodeSelection(query)) parameters.append(name, value);
  if (query.by.includes('cell')) parameters.set('resolution', String(query.resolution));
  if (query.compare) parameters.set('compare', encodeCompare(query.compare));
  if (query.order.length > 0)
    parameters.set(
      'order',
      query.order.map(({ column, descending }) => `${descending ? '-' : ''}${column}`).join(','),
    );
  if (query.limit !== undefined) parameters.set('limit', String(query.limit));
  if (query.scope) parameters.set('scope', query.scope);
  return parameters;
}

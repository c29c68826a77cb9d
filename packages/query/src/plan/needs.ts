import {
  type Clause,
  countsOpenOrdersOnly,
  type DimensionName,
  needsCallers,
  needsClosingTimes,
  openCountOf,
  type Query,
  type Resolution,
  type Scope,
} from '@hotline-atlas/model';
import { cellColumnsFor, type Table } from './table.ts';

/** What a table must hold to answer. Each group of keys: one of them suffices. */
export interface Needs {
  keys: string[][];
  histogram: boolean;
  callers: boolean;
  /** Only the rows hold texts. */
  texts: boolean;
  /** Only open orders are counted. */
  openOnly: boolean;
}

/** Columns that know a dimension, where it is no column of its own. */
const columnsThatKnow: Partial<Record<DimensionName, string[]>> = {
  hour: ['hour'],
  day: ['day'],
  week: ['day'],
  month: ['month', 'day'],
  quarter: ['month', 'day'],
  year: ['month', 'day', 'year'],
  day_of_week: ['day_of_week', 'day'],
  due_state: ['due'],
};

const keysOf = (dimension: DimensionName, resolution: Resolution): string[] =>
  dimension === 'cell' ? cellColumnsFor(resolution) : (columnsThatKnow[dimension] ?? [dimension]);

/** The resolution of an H3 cell's name. */
export const resolutionOf = (cell: string): number => Number.parseInt(cell.charAt(1), 16);

const keysOfClause = ({ dimension, values }: Clause): string[] =>
  dimension === 'cell'
    ? cellColumnsFor(Math.max(0, ...values.filter((cell) => cell !== '').map(resolutionOf)))
    : (columnsThatKnow[dimension] ?? [dimension]);

/** What answering a question takes, whatever its period. */
export function needsOf(query: Query, { clauses }: Pick<Scope, 'clauses'>): Needs {
  return {
    keys: [
      ...query.by.map((dimension) => keysOf(dimension, query.resolution)),
      ...[...query.where, ...clauses].map(keysOfClause),
      ...query.metrics.flatMap((metric) => (openCountOf(metric) === null ? [] : [['due'], ['status']])),
    ],
    histogram: query.metrics.some(needsClosingTimes),
    callers: query.metrics.some(needsCallers),
    texts: query.q !== undefined,
    openOnly: countsOpenOrdersOnly(query),
  };
}

/** The same, where days have to be looked at. */
export const withDays = (needs: Needs): Needs => ({ ...needs, keys: [...needs.keys, ['day']] });

/** The same, where months have to be told apart. */
export const withMonths = (needs: Needs): Needs => ({ ...needs, keys: [...needs.keys, ['month', 'day']] });

/** Whether years have to be told apart. */
export const tellsYears = ({ keys }: Needs): boolean => keys.some((group) => group.includes('year'));

/** Whether a table holds everything that is needed. */
export function answers({ keys, closing, callers, openOnly }: Table, needs: Needs): boolean {
  if (keys === null) return true;
  if (openOnly && !needs.openOnly) return false;
  if (needs.texts || (needs.histogram && closing === null) || (needs.callers && !callers)) return false;
  return needs.keys.every((group) => group.some((key) => keys.has(key)));
}

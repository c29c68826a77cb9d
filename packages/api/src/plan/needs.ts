import { type DimensionName, metricOf, type Query, type Resolution } from '@hotline-atlas/model';
import { rollupCellResolution, type Table } from './table.ts';

/** What a table must hold to answer. Each group of keys: one of them suffices. */
export interface Needs {
  keys: string[][];
  histogram: boolean;
  /** Only the rows know, for example, callers. */
  rows: boolean;
}

const timeKeys: Partial<Record<DimensionName, string[]>> = {
  hour: ['hour'],
  day: ['day'],
  week: ['day'],
  month: ['month', 'day'],
  quarter: ['month', 'day'],
  year: ['month', 'day'],
  day_of_week: ['day_of_week', 'day'],
};

const keysOf = (dimension: DimensionName): string[] => timeKeys[dimension] ?? [dimension];

/** The resolution of an H3 cell's name. */
export const resolutionOf = (cell: string): number => Number.parseInt(cell.charAt(1), 16);

const needsFineCells = ({
  by,
  where,
  resolution,
}: Pick<Query, 'by' | 'where'> & { resolution: Resolution }) =>
  (by.includes('cell') && resolution > rollupCellResolution) ||
  where.some(
    ({ dimension, values }) =>
      dimension === 'cell' && values.some((cell) => cell !== '' && resolutionOf(cell) > rollupCellResolution),
  );

/** What answering a question takes, whatever its period. */
export function needsOf(query: Query, scopedByDistrict: boolean, days: boolean): Needs {
  const dimensions = new Set([...query.by, ...query.where.map(({ dimension }) => dimension)]);
  if (scopedByDistrict) dimensions.add('district');
  const kinds = query.metrics.map((metric) => metricOf(metric).kind);
  return {
    keys: [...[...dimensions].map(keysOf), ...(days ? [['day']] : [])],
    histogram: kinds.includes('closing_time_quantile'),
    rows: kinds.includes('distinct_callers') || kinds.includes('repeat_share') || needsFineCells(query),
  };
}

/** Whether a table holds everything that is needed. */
export function answers({ keys, histogram }: Table, needs: Needs): boolean {
  if (keys === null) return true;
  if (needs.rows || (needs.histogram && !histogram)) return false;
  return needs.keys.every((group) => group.some((key) => keys.has(key)));
}

import { type Measure, type MetricName, measureColumn, metricOf, storedSums } from '@hotline-atlas/model';
import type { Table } from '../plan/table.ts';
import { join, name, type Sql, sql } from '../sql/sql.ts';
import { closingClasses } from './closing-classes.ts';
import { aggregate, none, type Part } from './part.ts';

const sum = (of: Sql, when: Sql | null = null): Sql => aggregate(sql`sum`, none, of, when);

/** A measure summed up from what rollups hold; differences are signed, the measure is not. */
function fromStored(measure: Measure, when: Sql | null): Sql {
  const { add, subtract = [] } = storedSums[measure];
  const stored = (each: string) => sum(sql`source.${name(`s_${each}`)}`, when);
  const less = subtract.map((each) => sql` - ${stored(each)}`);
  return sql`toUInt64(${join(add.map(stored), ' + ')}${join(less, '')})`;
}

const measurePart = (measure: Measure): Part => {
  const counted = ({ keys }: Table, when: Sql | null = null) =>
    keys === null ? sum(sql`source.${name(measureColumn(measure))}`, when) : fromStored(measure, when);
  return {
    column: measureColumn(measure),
    counted,
    partly: counted,
    together: (column) => sum(column),
    empty: sql`0`,
  };
};

const known = (when: Sql | null): Sql =>
  when ? sql`source.caller != 0 AND ${when}` : sql`source.caller != 0`;
const registers = sql`(12)`;

/**
 * Different callers by a sketch (HyperLogLog with 4096 registers, exact while they are few): sketches of parts merge into
 * the very sketch of the whole, so rollups and rows say the same.
 */
const differentCallers: Part = {
  column: 'callers',
  counted: ({ keys }, when = null) =>
    keys === null
      ? sql`uniqCombinedIf(12)(source.caller, ${known(when)})`
      : aggregate(sql`uniqCombinedMerge`, registers, sql`source.callers`, when),
  partly: ({ keys }, when = null) =>
    keys === null
      ? sql`uniqCombinedStateIf(12)(source.caller, ${known(when)})`
      : aggregate(sql`uniqCombinedMergeState`, registers, sql`source.callers`, when),
  together: (column) => sql`uniqCombinedMerge(12)(${column})`,
  empty: sql`arrayReduce('uniqCombinedState(12)', emptyArrayUInt64())`,
};

/** The measures a metric is made of, and what else. */
function needsOfMetric(metric: MetricName): { measures: Measure[]; besides: Part[] } {
  const declared = metricOf(metric);
  switch (declared.kind) {
    case 'sum':
    case 'per_residents':
      return { measures: [declared.measure], besides: [] };
    case 'ratio':
      return { measures: [declared.numerator, declared.denominator], besides: [] };
    case 'closing_time_quantile':
      return { measures: [], besides: [closingClasses] };
    case 'distinct_callers':
      return { measures: [], besides: [differentCallers] };
    case 'repeat_share':
      return { measures: ['caller_known'], besides: [differentCallers] };
  }
}

/** The columns some metrics are made of, each once. */
export const partsOf = (metrics: readonly MetricName[]): Part[] => {
  const needs = metrics.map(needsOfMetric);
  const parts = needs.flatMap(({ measures, besides }) => [...besides, ...measures.map(measurePart)]);
  return [...new Map(parts.map((part) => [part.column, part])).values()];
};

/** Names of the stored sums that some metrics are made of, each once, in the order of their array. */
export function storedSumsOf(metrics: readonly MetricName[]): string[] {
  const made = metrics
    .flatMap((metric) => needsOfMetric(metric).measures)
    .map((measure) => storedSums[measure]);
  return [...new Set(made.flatMap(({ add, subtract = [] }) => [...add, ...subtract]))].sort();
}

/** All stored sums in one array: one column of a statement instead of dozens. */
function storedPart(sums: readonly string[]): Part {
  const stored = sql`[${join(
    sums.map((each) => sql`source.${name(`s_${each}`)}`),
    ', ',
  )}]`;
  const counted = (_: Table, when: Sql | null = null) => aggregate(sql`sumForEach`, none, stored, when);
  return {
    column: 'sums',
    counted,
    partly: counted,
    together: (column) => sql`sumForEach(${column})`,
    empty: sql`[]`,
  };
}

/** The columns some metrics are made of where rollups are read, with all stored sums in one of them. */
export function storedPartsOf(metrics: readonly MetricName[]): Part[] {
  const sums = storedSumsOf(metrics);
  const besides = metrics.flatMap((metric) => needsOfMetric(metric).besides);
  return [...(sums.length > 0 ? [storedPart(sums)] : []), ...new Set(besides)];
}

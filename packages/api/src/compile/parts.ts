import { type Measure, type MetricName, measureColumn, metricOf, storedSums } from '@hotline-atlas/model';
import type { Table } from '../plan/table.ts';
import { join, name, type Sql, sql } from '../sql/sql.ts';

/** A column that metrics are made of: how it is counted where a table is read, and how parts of it are added up. */
export interface Part {
  column: string;
  counted: (table: Table) => Sql;
  /** Counted so that parts can still be added up. */
  partly: (table: Table) => Sql;
  /** Adds up the parts in a column. */
  together: (column: Sql) => Sql;
  /** A part with nothing in it. */
  empty: Sql;
}

const sum = (column: Sql): Sql => sql`sum(${column})`;

const storedSum = (stored: string): Sql => sum(sql`source.${name(`s_${stored}`)}`);

/** A measure summed up from what rollups hold; differences are signed, the measure is not. */
function fromStored(measure: Measure): Sql {
  const { add, subtract = [] } = storedSums[measure];
  const less = subtract.map((stored) => sql` - ${storedSum(stored)}`);
  return sql`toUInt64(${join(add.map(storedSum), ' + ')}${join(less, '')})`;
}

const measurePart = (measure: Measure): Part => {
  const counted = ({ keys }: Table) =>
    keys === null ? sum(sql`source.${name(measureColumn(measure))}`) : fromStored(measure);
  return { column: measureColumn(measure), counted, partly: counted, together: sum, empty: sql`0` };
};

const classes = ({ closing }: Table): Sql => {
  if (closing === 'counted') return sql`sumForEach(source.close_histogram)`;
  if (closing === 'listed') return sql`countResampleArray(1, 65, 1)(source.close_classes)`;
  return sql`countResample(1, 65, 1)(source.close_bin)`;
};

const histogram: Part = {
  column: 'close_histogram',
  counted: classes,
  partly: classes,
  together: (column) => sql`sumForEach(${column})`,
  empty: sql`[]`,
};

/**
 * Different callers by a sketch (HyperLogLog with 4096 registers, exact while they are few): sketches of parts merge into
 * the very sketch of the whole, so rollups and rows say the same.
 */
const differentCallers: Part = {
  column: 'callers',
  counted: ({ keys }) =>
    keys === null
      ? sql`uniqCombinedIf(12)(source.caller, source.caller != 0)`
      : sql`uniqCombinedMerge(12)(source.callers)`,
  partly: ({ keys }) =>
    keys === null
      ? sql`uniqCombinedStateIf(12)(source.caller, source.caller != 0)`
      : sql`uniqCombinedMergeState(12)(source.callers)`,
  together: (column) => sql`uniqCombinedMerge(12)(${column})`,
  empty: sql`arrayReduce('uniqCombinedState(12)', emptyArrayUInt64())`,
};

function partsOfMetric(metric: MetricName): Part[] {
  const declared = metricOf(metric);
  switch (declared.kind) {
    case 'sum':
    case 'per_residents':
      return [measurePart(declared.measure)];
    case 'ratio':
      return [measurePart(declared.numerator), measurePart(declared.denominator)];
    case 'closing_time_quantile':
      return [histogram];
    case 'distinct_callers':
      return [differentCallers];
    case 'repeat_share':
      return [differentCallers, measurePart('caller_known')];
  }
}

/** The columns some metrics are made of, each once. */
export const partsOf = (metrics: readonly MetricName[]): Part[] => [
  ...new Map(metrics.flatMap(partsOfMetric).map((part) => [part.column, part])).values(),
];

import { type Measure, type MetricName, measureColumn, metricOf, storedSums } from '@hotline-atlas/model';
import type { Table } from '../plan/table.ts';
import { join, name, type Sql, sql } from '../sql/sql.ts';

/** A column that metrics are made of: how it is counted where a table is read, and how parts of it are added up. */
export interface Part {
  column: string;
  /** @param when only rows of which this holds */
  counted: (table: Table, when?: Sql | null) => Sql;
  /** Counted so that parts can still be added up. */
  partly: (table: Table, when?: Sql | null) => Sql;
  /** Adds up the parts in a column. */
  together: (column: Sql) => Sql;
  /** A part with nothing in it. */
  empty: Sql;
}

/** An aggregate of an expression, of the rows of which a condition holds. */
const aggregate = (called: Sql, parameters: Sql, of: Sql, when: Sql | null): Sql =>
  when ? sql`${called}If${parameters}(${of}, ${when})` : sql`${called}${parameters}(${of})`;

const none = sql``;

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

const classes = ({ closing }: Table, when: Sql | null = null): Sql => {
  if (closing === 'counted') return aggregate(sql`sumForEach`, none, sql`source.close_histogram`, when);
  const resampled = sql`(1, 65, 1)`;
  if (closing === 'listed')
    return aggregate(sql`countResampleArray`, resampled, sql`source.close_classes`, when);
  return aggregate(sql`countResample`, resampled, sql`source.close_bin`, when);
};

const histogram: Part = {
  column: 'close_histogram',
  counted: classes,
  partly: classes,
  together: (column) => sql`sumForEach(${column})`,
  empty: sql`[]`,
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

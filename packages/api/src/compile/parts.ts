import { type Measure, type MetricName, measureColumn, metricOf } from '@hotline-atlas/model';
import type { Table } from '../plan/table.ts';
import { name, type Sql, sql } from '../sql/sql.ts';

/** A column that metrics are made of, and how it is counted where the table is read. */
export interface Part {
  column: string;
  kind: 'number' | 'histogram';
  counted: (table: Table) => Sql;
}

const measurePart = (measure: Measure): Part => ({
  column: measureColumn(measure),
  kind: 'number',
  counted: () => sql`sum(source.${name(measureColumn(measure))})`,
});

const histogram: Part = {
  column: 'close_histogram',
  kind: 'histogram',
  counted: ({ keys }) =>
    keys === null ? sql`countResample(1, 65, 1)(source.close_bin)` : sql`sumForEach(source.close_histogram)`,
};

const differentCallers: Part = {
  column: 'callers_different',
  kind: 'number',
  counted: () => sql`uniqExactIf(source.caller, source.caller != 0)`,
};

const knownCallers: Part = {
  column: 'callers_known',
  kind: 'number',
  counted: () => sql`countIf(source.caller != 0)`,
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
      return [differentCallers, knownCallers];
  }
}

/** The columns some metrics are made of, each once. */
export const partsOf = (metrics: readonly MetricName[]): Part[] => [
  ...new Map(metrics.flatMap(partsOfMetric).map((part) => [part.column, part])).values(),
];

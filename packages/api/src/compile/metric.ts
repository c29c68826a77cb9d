import { closingTimeEdges, type MetricName, measureColumn, metricOf } from '@hotline-atlas/model';
import type { Residents } from '../plan/residents.ts';
import { bind, name, type Sql, sql } from '../sql/sql.ts';

/** The expressions of one metric on one side of a question, over the columns of `facts`. */
export interface MetricSql {
  value: Sql;
  numerator?: Sql;
  denominator?: Sql;
}

export type Side = '' | 'before_';

const count = (column: string, side: Side): Sql => sql`toUInt32(facts.${name(side + column)})`;

const ratio = (numerator: Sql, denominator: Sql): MetricSql => ({
  value: sql`if(${denominator} = 0, NULL, ${numerator} / ${denominator})`,
  numerator,
  denominator,
});

/** Quantile of a histogram of times to close, interpolated in its class; the lower edge in the last, open one. */
export const hoursWithin = sql`(histogram, quantile) ->
  arrayMap((sums, edges, class) -> edges[class] + (greatest(edges[class], edges[class + 1]) - edges[class])
      * (quantile * sums[-1] - (sums[class] - histogram[class])) / histogram[class],
    [arrayCumSum(histogram)], [${bind('edges', 'Array(Float64)', closingTimeEdges)}],
    [arrayFirstIndex(sum -> sum >= quantile * arraySum(histogram), arrayCumSum(histogram))])[1]`;

function quantile(share: number, side: Side): MetricSql {
  const histogram = sql`facts.${name(`${side}close_histogram`)}`;
  const share_ = bind(`quantile_${Math.round(share * 100)}`, 'Float64', share);
  return {
    value: sql`if(arraySum(${histogram}) = 0, NULL, hours_within(${histogram}, ${share_}))`,
    denominator: sql`toUInt32(arraySum(${histogram}))`,
  };
}

/** Residents as a number; 0 where they are not known. */
function residentsSql(residents: Residents): Sql {
  if (residents.by === null) return bind('residents_total', 'UInt32', residents.total ?? 0);
  const areas = bind('residents_areas', 'Array(String)', [...residents.areas.keys()]);
  const numbers = bind('residents', 'Array(UInt32)', [...residents.areas.values()]);
  return sql`arrayElement(${numbers}, indexOf(${areas}, toString(facts.${name(residents.by)})))`;
}

function perResidents(column: string, residents: Residents, side: Side): MetricSql {
  const numerator = count(column, side);
  const known = sql`nullIf(toUInt32(${residentsSql(residents)}), 0)`;
  return { value: sql`10000 * ${numerator} / ${known}`, numerator, denominator: known };
}

/** How a metric is made of the columns of `facts`. */
export function metricSql(metric: MetricName, side: Side, residents: Residents): MetricSql {
  const declared = metricOf(metric);
  switch (declared.kind) {
    case 'sum':
      return { value: count(measureColumn(declared.measure), side) };
    case 'ratio':
      return ratio(
        count(measureColumn(declared.numerator), side),
        count(measureColumn(declared.denominator), side),
      );
    case 'closing_time_quantile':
      return quantile(declared.quantile, side);
    case 'distinct_callers':
      return { value: count('callers', side) };
    case 'repeat_share': {
      const [known, different] = [count(measureColumn('caller_known'), side), count('callers', side)];
      return ratio(sql`toUInt32(greatest(toInt64(${known}) - toInt64(${different}), 0))`, known);
    }
    case 'per_residents':
      return perResidents(measureColumn(declared.measure), residents, side);
  }
}

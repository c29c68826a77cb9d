import { type Measure, type MetricName, metricOf } from '@hotline-atlas/model';
import type { Dialect } from './dialect.ts';
import { closedWell, measureConditions } from './measure-conditions.ts';
import { NotFlat } from './statement.ts';

const condition = (measure: Measure, dialect: Dialect): string => {
  const found = measureConditions[measure];
  if (!found) throw new NotFlat(`no condition for ${measure}`);
  return found(dialect);
};

const both = (a: string, b: string): string => (a === 'true' ? b : b === 'true' ? a : `${a} AND ${b}`);

/**
 * The columns that make a metric, sketches of quantiles and callers among them, with their names.
 * @param side which appeals are counted; `true` is all
 */
export function metricColumns(
  metric: MetricName,
  base: string,
  side: string,
  dialect: Dialect,
): [string, string][] {
  const declared = metricOf(metric);
  const count = (measure: Measure) => dialect.countIf(both(condition(measure, dialect), side));
  switch (declared.kind) {
    case 'sum':
      return [[base, count(declared.measure)]];
    case 'ratio':
      return [
        [`${base}_numerator`, count(declared.numerator)],
        [`${base}_denominator`, count(declared.denominator)],
      ];
    case 'closing_time_quantile': {
      const closed = both(closedWell(dialect), side);
      return [
        [base, dialect.quantileOfHours(declared.quantile, closed)],
        [`${base}_denominator`, dialect.countIf(closed)],
      ];
    }
    case 'distinct_callers':
      return [[base, dialect.distinctCallers(side)]];
    case 'repeat_share':
      return [
        [
          `${base}_numerator`,
          `${dialect.countIf(both('caller <> 0', side))} - ${dialect.distinctCallers(side)}`,
        ],
        [`${base}_denominator`, dialect.countIf(both('caller <> 0', side))],
      ];
    case 'per_residents':
      return [[`${base}_numerator`, count(declared.measure)]];
    default:
      throw new NotFlat(`no flat form of ${metric}`);
  }
}

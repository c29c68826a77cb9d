import { daysOfSpans, type Weight } from '@hotline-atlas/model';
import { bind, type Sql, sql } from '../sql/sql.ts';

/**
 * How often the appeals of a day count, where the table under the alias `source` knows days.
 * @param label keeps the placeholders of several apart
 */
export function weightSql(weights: readonly Weight[], label: string): Sql {
  const each = weights.flatMap(({ days, weight }) => daysOfSpans(days).map((day) => ({ day, weight })));
  const days = bind(
    `${label}_weighted`,
    'Array(Date)',
    each.map(({ day }) => day),
  );
  const counted = bind(
    `${label}_weights`,
    'Array(Float64)',
    each.map(({ weight }) => weight),
  );
  return sql`transform(source.day, ${days}, ${counted}, toFloat64(0))`;
}

import { rowLimit } from '../compile/compile.ts';
import { shown } from '../compile/dimension.ts';
import { knownFactsSql } from '../compile/facts.ts';
import { storedPartsOf } from '../compile/parts.ts';
import type { Plan } from '../plan/plan.ts';
import { bind, join, name, type Sql, sql } from '../sql/sql.ts';

/**
 * One row for each combination of the dimensions that occurs, as they are shown and in their order, with the bare counts of
 * both sides: `sums` (see `storedSumsOf`), `close_histogram` and `callers`, and the same with `before_`.
 */
export function compileFacts(plan: Plan, rows = rowLimit(plan)): Sql {
  const { query, before } = plan;
  const parts = storedPartsOf(query.metrics);
  const counts = parts.flatMap(({ column }) => (before ? [column, `before_${column}`] : [column]));
  const columns = [
    ...query.by.map((dimension) => sql`${shown(dimension)} AS ${name(dimension)}`),
    ...counts.map((column) => sql`facts.${name(column)} AS ${name(column)}`),
  ];
  const order = query.by.length > 0 ? sql`\nORDER BY ${join(query.by.map(name), ', ')}` : sql``;
  return sql`SELECT ${join(columns, ', ')}
FROM (
${knownFactsSql(plan, parts)}
) AS facts${order}
LIMIT ${bind('limit', 'UInt32', rows)}`;
}

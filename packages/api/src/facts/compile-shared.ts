import type { Clause } from '@hotline-atlas/model';
import { condition, ofGenerations, scopeConditions } from '../compile/conditions.ts';
import { value } from '../compile/dimension.ts';
import { storedPartsOf } from '../compile/parts.ts';
import type { Side } from '../compile/source.ts';
import type { Plan } from '../plan/plan.ts';
import { all, join, name, type Sql, sql } from '../sql/sql.ts';
import { commonTo, type SharedReading } from './share-readings.ts';

/** Months that a side of a plan counts. */
export const generationsOf = (plan: Plan, side: Side): number[] =>
  (plan[side] ?? []).flatMap(({ reading }) => reading.generations);

/** The month of a row; or for which sides it counts: 1 for the period asked for, 2 for the other, 3 for both. */
function timeOf({ byMonth, plans: [plan] }: SharedReading): Sql {
  if (byMonth || !plan) return sql`source.generation AS generation`;
  if (!plan.before) return sql`1 AS sides`;
  const isIn = (side: Side) => sql`(${ofGenerations(generationsOf(plan, side), side)})`;
  return sql`${isIn('now')} + 2 * ${isIn('before')} AS sides`;
}

/** The appeals that satisfy any of the conditions: clauses of all of them, and the rest of each. */
function conditionsOf({ wheres, table, plans: [plan] }: SharedReading): Sql[] {
  const placeholders = new Map<string, Sql>();
  const compiled = (clause: Clause): Sql => {
    const key = JSON.stringify(clause);
    const known = placeholders.get(key) ?? condition(clause, placeholders.size, table);
    placeholders.set(key, known);
    return known;
  };
  const common = commonTo(wheres);
  const keys = new Set(common.map((clause) => JSON.stringify(clause)));
  const rests = wheres.map((where) => where.filter((clause) => !keys.has(JSON.stringify(clause))));
  const any = rests.every((rest) => rest.length > 0)
    ? [
        sql`(${join(
          rests.map((rest) => sql`(${all(rest.map(compiled))})`),
          ' OR ',
        )})`,
      ]
    : [];
  return [...(plan ? scopeConditions(plan.scope) : []), ...common.map(compiled), ...any];
}

/**
 * The bare counts of a shared reading, for each month (`generation`) or side (`sides`) and each combination of its dimensions: see
 * `compileFacts` for the columns.
 */
export function compileShared(reading: SharedReading): Sql {
  const { table, generations, by, metrics } = reading;
  const keys = [
    timeOf(reading),
    ...by.map((dimension) => sql`${value(dimension, table)} AS ${name(dimension)}`),
  ];
  const counts = storedPartsOf(metrics).map(
    ({ column, counted }) => sql`${counted(table)} AS ${name(column)}`,
  );
  const positions = { text: keys.map((_, index) => index + 1).join(', '), parameters: {} };
  return sql`SELECT ${join([...keys, ...counts], ', ')}
FROM ${name(table.name)} AS source
WHERE ${all([ofGenerations(generations, 'shared'), ...conditionsOf(reading)])}
GROUP BY ${positions}`;
}

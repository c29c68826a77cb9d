import type { Clause } from '@hotline-atlas/model';
import { condition, monthsConditions, ofGenerations, scopeConditions } from '../compile/conditions.ts';
import { storedCountersOf } from '../compile/counters.ts';
import { value } from '../compile/dimension.ts';
import { timesBit } from '../compile/scan-sql.ts';
import { weightSql } from '../compile/weight.ts';
import type { Plan } from '../plan/plan.ts';
import type { Side } from '../plan/side.ts';
import type { Table } from '../plan/table.ts';
import { all, join, name, type Sql, sql, whole } from '../sql/sql.ts';
import { commonTo, type SharedScan } from './share-scans.ts';

/** Months that a side of a plan counts. */
export const generationsOf = (plan: Plan, side: Side): number[] =>
  (plan.reads[side] ?? []).flatMap(({ months }) => months.generations);

/** The month of a row; or for which sides it counts, as `sidesOfRow` tells. */
function timeOf({ byMonth, plans: [plan] }: SharedScan): Sql {
  if (byMonth || !plan) return sql`source.generation AS generation`;
  const marks = (['now', 'before'] as const)
    .filter((side) => plan.reads[side])
    .map((side) => timesBit(side, sql`(${ofGenerations(generationsOf(plan, side), side)})`));
  return marks.length > 1 ? sql`${join(marks, ' + ')} AS sides` : sql`1 AS sides`;
}

/**
 * The appeals that satisfy any of the conditions: clauses of all of them, and the rest of each. The scope
 * holds for all.
 */
function conditionsOf({ wheres, scope }: SharedScan, table: Table): Sql[] {
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
  return [...scopeConditions(scope, table), ...common.map(compiled), ...any];
}

/** One SELECT of the union: which rows of a table it reads, and how it tells their counts apart. */
interface UnionMember {
  table: Table;
  time: Sql;
  rows: Sql[];
  weight: Sql | null;
}

function unionMembers(scan: SharedScan): UnionMember[] {
  const { table, generations, besides, byMonth } = scan;
  const whole = { table, time: timeOf(scan), rows: [ofGenerations(generations, 'shared')], weight: null };
  return [
    whole,
    ...besides.map(({ table, months, weights }, index) => {
      const label = `beside_${index + 1}`;
      return {
        table,
        time: byMonth ? sql`source.generation AS generation` : sql`0 AS sides`,
        rows: monthsConditions(months, label),
        weight: weights && weightSql(weights, label),
      };
    }),
  ];
}

/**
 * The counts of a shared scan, for each month (`generation`) or side (`sides`) and each combination of its
 * dimensions: see `compileCounts` for the columns. Where days are read besides, `part` tells them: 0 for the
 * months, then in their order.
 */
export function compileShared(scan: SharedScan): Sql {
  const { by, metrics } = scan;
  const members = unionMembers(scan);
  const statements = members.map(({ table, time, rows, weight }, index) => {
    const keys = [
      ...(members.length > 1 ? [sql`${whole(index)} AS part`] : []),
      time,
      ...by.map((dimension) => sql`${value(dimension, table, undefined)} AS ${name(dimension)}`),
    ];
    const counts = storedCountersOf(metrics).map(
      ({ column, counted }) =>
        sql`${inOneType(counted(table, { when: null, weight }), column, members)} AS ${name(column)}`,
    );
    const positions = { text: keys.map((_, at) => at + 1).join(', '), parameters: {} };
    return sql`SELECT ${join([...keys, ...counts], ', ')}
FROM ${name(table.name)} AS source
WHERE ${all([...rows, ...conditionsOf(scan, table)])}
GROUP BY ${positions}`;
  });
  return join(statements, '\nUNION ALL\n');
}

/** Sums as floats where some are weighted: the statements of a union give the same types. */
const inOneType = (counts: Sql, column: string, members: readonly UnionMember[]): Sql =>
  column === 'sums' && members.some(({ weight }) => weight) ? sql`CAST(${counts}, 'Array(Float64)')` : counts;

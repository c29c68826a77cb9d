import { type DimensionName, mostRows } from '@hotline-atlas/model';
import type { Plan } from '../plan/plan.ts';
import { prefixOf, type Side, sidesRead } from '../plan/side.ts';
import { join, list, name, type Sql, sql } from '../sql/sql.ts';
import { filled } from './fill.ts';
import type { Part, Which } from './parts.ts';
import { onlyFor, readSource } from './read.ts';
import { type Source, sourcesOfPlan } from './source.ts';
import { weightSql } from './weight.ts';

const grouping = (by: readonly DimensionName[]): Sql =>
  by.length > 0 ? sql`\nGROUP BY ${list(by.map(name))}` : sql``;

const isRead = ({ shares }: Source, side: Side): boolean => shares.some((share) => share.side === side);

/** How often an appeal of a side counts; null where each counts once. */
const weightOf = ({ comparison }: Plan, side: Side): Sql | null =>
  side === 'before_paired' && comparison?.weights ? weightSql(comparison.weights, side) : null;

const whichOf = (plan: Plan, source: Source, side: Side): Which => ({
  when: onlyFor(source, side),
  weight: weightOf(plan, side),
});

/** Several sources on the same dimensions, added up: rows that occur in any, all sides beside each other. */
function together(plan: Plan, sources: readonly Source[], parts: readonly Part[]): Sql {
  const { by } = plan.query;
  const columns = sidesRead(plan).flatMap((side) =>
    parts.map((part) => ({ side, part, own: prefixOf(side) + part.column })),
  );
  const read = sources.map((source) => {
    const own = columns.map(({ side, part, own }) => {
      const value = isRead(source, side)
        ? part.partly(source.table, whichOf(plan, source, side))
        : part.empty;
      return { value, name: own };
    });
    return readSource(plan, source, own);
  });
  const sums = columns.map(
    ({ part, own }) => sql`${part.together(sql`sources.${name(own)}`)} AS ${name(own)}`,
  );
  return sql`SELECT ${list([...by.map((key) => sql`sources.${name(key)} AS ${name(key)}`), ...sums])}
FROM (
${join(read, '\nUNION ALL\n')}
) AS sources${grouping(by)}`;
}

/** The facts that are known, whatever they are read from: one row for each combination of the dimensions that occurs. */
export function knownFactsSql(plan: Plan, parts: readonly Part[]): Sql {
  const sources = sourcesOfPlan(plan);
  const [only, ...more] = sources;
  const sides = sidesRead(plan);
  if (!only || more.length > 0 || !sides.every((side) => isRead(only, side)))
    return together(plan, sources, parts);
  const columns = sides.flatMap((side) =>
    parts.map((part) => ({
      value: part.counted(only.table, whichOf(plan, only, side)),
      name: prefixOf(side) + part.column,
    })),
  );
  return readSource(plan, only, columns);
}

/** One row for every combination of the dimensions, with all counts the metrics are made of. */
export function factsSql(plan: Plan, parts: readonly Part[]): Sql {
  const { time, query } = plan;
  const facts = knownFactsSql(plan, parts);
  if (!time || query.limit !== undefined || time.count > mostRows) return facts;
  const columns = sidesRead(plan).flatMap((side) => parts.map(({ column }) => name(prefixOf(side) + column)));
  return filled(facts, time, query.by, columns);
}

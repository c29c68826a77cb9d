import type { DimensionName } from '@hotline-atlas/model';
import { mostRows } from '@hotline-atlas/model';
import type { Plan } from '../plan/plan.ts';
import { join, list, name, type Sql, sql } from '../sql/sql.ts';
import { filled } from './fill.ts';
import type { Part } from './parts.ts';
import { onlyFor, readSource } from './read.ts';
import { type Side, type Source, sourcesOfPlan } from './source.ts';

const grouping = (by: readonly DimensionName[]): Sql =>
  by.length > 0 ? sql`\nGROUP BY ${list(by.map(name))}` : sql``;

const prefixes: Record<Side, string> = { now: '', before: 'before_' };

const sidesOf = ({ before }: Plan): Side[] => (before ? ['now', 'before'] : ['now']);

const isRead = ({ shares }: Source, side: Side): boolean => shares.some((share) => share.side === side);

/** Several sources on the same dimensions, added up: rows that occur in any, both sides beside each other. */
function together(plan: Plan, sources: readonly Source[], parts: readonly Part[]): Sql {
  const { by } = plan.query;
  const columns = sidesOf(plan).flatMap((side) =>
    parts.map((part) => ({ side, part, own: prefixes[side] + part.column })),
  );
  const read = sources.map((source) => {
    const own = columns.map(({ side, part, own }) => {
      const value = isRead(source, side) ? part.partly(source.table, onlyFor(source, side)) : part.empty;
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
  const sides = sidesOf(plan);
  if (!only || more.length > 0 || !sides.every((side) => isRead(only, side)))
    return together(plan, sources, parts);
  const columns = sides.flatMap((side) =>
    parts.map((part) => ({
      value: part.counted(only.table, onlyFor(only, side)),
      name: prefixes[side] + part.column,
    })),
  );
  return readSource(plan, only, columns);
}

/** One row for every combination of the dimensions, with all counts the metrics are made of. */
export function factsSql(plan: Plan, parts: readonly Part[]): Sql {
  const { time, query } = plan;
  const facts = knownFactsSql(plan, parts);
  if (!time || query.limit !== undefined || time.count > mostRows) return facts;
  const columns = sidesOf(plan).flatMap((side) => parts.map(({ column }) => name(prefixes[side] + column)));
  return filled(facts, time, query.by, columns);
}

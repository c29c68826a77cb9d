import { readSql } from '@hotline-atlas/clickhouse';

/** The rollups a statement reads from besides the rows. */
const sourcesOf = (statement: string): string[] =>
  [...statement.matchAll(/FROM (rollup_\w+)/g)].map(([, from = '']) => from);

/**
 * The order in which rollups are filled: levels, each made from those before it or from the rows. Rollups of
 * a level are filled side by side, in the order given.
 */
export function levelsOf(statements: ReadonlyMap<string, string>): string[][] {
  const levels: string[][] = [];
  const levelOf = (rollup: string): number => {
    const below = sourcesOf(statements.get(rollup) ?? '').filter((from) => statements.has(from));
    return below.length > 0 ? 1 + Math.max(...below.map(levelOf)) : 0;
  };
  for (const rollup of statements.keys()) {
    const level = levelOf(rollup);
    levels[level] = [...(levels[level] ?? []), rollup];
  }
  return levels;
}

/** The statements that fill rollups, by their names. */
export const fillingStatements = (rollups: readonly string[]): Map<string, string> =>
  new Map(rollups.map((rollup) => [rollup, readSql(`rollups/${rollup}.sql`)]));

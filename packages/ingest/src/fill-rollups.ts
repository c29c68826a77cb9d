import { type Database, readSql } from '@hotline-atlas/clickhouse';
import { countAppeals, rollupTables } from './generations.ts';
import { IntegrityError } from './load-error.ts';

/** Appeals that are summed up at a time: so many bound the memory, and still fill large parts. */
const appealsAtOnce = 4_000_000;

/** Generations in groups of so many appeals, or of one. */
function batches(generations: readonly number[], counts: ReadonlyMap<number, number>): number[][] {
  const groups: number[][] = [];
  let appeals = Number.POSITIVE_INFINITY;
  for (const generation of [...generations].sort((a, b) => (a % 4096) - (b % 4096))) {
    appeals += counts.get(generation) ?? 0;
    if (appeals > appealsAtOnce) {
      groups.push([]);
      appeals = counts.get(generation) ?? 0;
    }
    groups.at(-1)?.push(generation);
  }
  return groups;
}

/** Rollups in an order in which each comes after those it is made from. */
export function inOrder(statements: ReadonlyMap<string, string>): string[] {
  const ordered: string[] = [];
  const visit = (rollup: string): void => {
    if (ordered.includes(rollup)) return;
    for (const [, from = ''] of (statements.get(rollup) ?? '').matchAll(/FROM (rollup_\w+)/g)) visit(from);
    ordered.push(rollup);
  };
  for (const rollup of statements.keys()) visit(rollup);
  return ordered;
}

async function check(database: Database, rollup: string, generations: number[]): Promise<void> {
  const { rows } = await database.rows<{ wrong: number }>({
    sql: `SELECT count() AS wrong
FROM (SELECT generation, sum(n_appeals) AS sums FROM {rollup:Identifier} WHERE generation IN {generations:Array(UInt32)} GROUP BY generation) AS rollup
FULL JOIN (SELECT generation, count() AS appeals FROM appeal WHERE generation IN {generations:Array(UInt32)} GROUP BY generation) AS fact USING generation
WHERE sums != appeals`,
    parameters: { rollup, generations },
  });
  if (rows[0]?.wrong !== 0)
    throw new IntegrityError(`${rollup} does not agree with the rows it was made from`);
}

/**
 * Sums up generations of appeals in every rollup.
 * @throws IntegrityError when a rollup does not agree with its rows
 */
export async function fillRollups(database: Database, generations: number[]): Promise<void> {
  const rollups = await rollupTables(database);
  const statements = new Map(rollups.map((rollup) => [rollup, readSql(`rollups/${rollup}.sql`)]));
  const ordered = inOrder(statements);
  for (const batch of batches(generations, await countAppeals(database)))
    for (const rollup of ordered)
      await database.command({
        sql: statements.get(rollup) ?? '',
        parameters: { generations: batch },
        label: rollup,
      });
  for (const rollup of ordered) await check(database, rollup, generations);
}

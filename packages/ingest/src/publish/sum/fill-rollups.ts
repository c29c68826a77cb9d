import { type Database, monthOfGeneration, readSql } from '@hotline-atlas/clickhouse';
import { IntegrityError } from '../../read/load-error.ts';
import { atATime } from '../../tables/at-a-time.ts';
import { countAppeals } from '../../tables/generations.ts';
import { boundedMemory, chunks, oneBlock, statementsAtATime } from '../../tables/limits.ts';
import { copySummands, fromSummands, readsRows } from './summands.ts';

/** The rollup a statement reads from, if it is not the rows. */
const sourcesOf = (statement: string): string[] =>
  [...statement.matchAll(/FROM (rollup_\w+)/g)].map(([, from = '']) => from);

/** Rollups in an order in which each comes after those it is made from. */
function inOrder(statements: ReadonlyMap<string, string>): string[] {
  const ordered: string[] = [];
  const visit = (rollup: string): void => {
    if (ordered.includes(rollup)) return;
    for (const from of sourcesOf(statements.get(rollup) ?? '')) if (statements.has(from)) visit(from);
    ordered.push(rollup);
  };
  for (const rollup of statements.keys()) visit(rollup);
  return ordered;
}

/** Whether a rollup sums up exactly the appeals of each generation. */
async function check(
  database: Database,
  rollup: string,
  appeals: ReadonlyMap<number, number>,
): Promise<void> {
  const { rows } = await database.rows<{ generation: number; appeals: number }>({
    sql: `SELECT generation, sum(s_appeals) AS appeals FROM {rollup:Identifier}
WHERE generation IN {generations:Array(UInt32)} GROUP BY generation`,
    parameters: { rollup, generations: [...appeals.keys()] },
  });
  const summed = new Map(rows.map(({ generation, appeals: sum }) => [generation, sum]));
  for (const [generation, count] of appeals)
    if (summed.get(generation) !== count)
      throw new IntegrityError(`${rollup} does not agree with the rows it was made from`);
}

/** Appeals that are in all rollups to be filled, of how many. */
export type OnSummed = (appeals: number, of: number) => void;

/**
 * Sums up generations of appeals in some rollups, two runs of generations at a time.
 * @throws IntegrityError when a rollup does not agree with its rows
 */
export async function fillRollups(
  database: Database,
  rollups: readonly string[],
  generations: readonly number[],
  onSummed: OnSummed = () => undefined,
): Promise<void> {
  if (generations.length === 0) return;
  const statements = new Map(rollups.map((rollup) => [rollup, readSql(`rollups/${rollup}.sql`)]));
  const ordered = inOrder(statements);
  const fromRows = [...statements.values()].some(readsRows);
  const held = await countAppeals(database);
  const rowsOf = (generation: number) => held.get(generation) ?? 0;
  const all = generations.reduce((sum, generation) => sum + rowsOf(generation), 0);
  let done = 0;
  onSummed(done, all);
  const byMonth = [...generations].sort((a, b) => monthOfGeneration(a) - monthOfGeneration(b));
  await atATime(statementsAtATime, chunks(byMonth, rowsOf), async (run) => {
    const summands = fromRows ? await copySummands(database, run) : null;
    for (const rollup of ordered)
      await database.command({
        sql: fromSummands(statements.get(rollup) ?? '', summands),
        parameters: { generations: run },
        settings: { ...boundedMemory, ...oneBlock },
        label: rollup,
      });
    await summands?.drop();
    done += run.reduce((sum, generation) => sum + rowsOf(generation), 0);
    onSummed(done, all);
  });
  const appeals = new Map(generations.map((generation) => [generation, rowsOf(generation)]));
  for (const rollup of ordered) await check(database, rollup, appeals);
}

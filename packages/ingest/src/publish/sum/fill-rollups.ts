import { type Database, monthOfGeneration } from '@hotline-atlas/clickhouse';
import { IntegrityError } from '../../read/load-error.ts';
import { atATime } from '../../tables/at-a-time.ts';
import { countAppeals } from '../../tables/generations.ts';
import { boundedMemory, chunks, fewAppeals, oneBlock, statementsAtATime } from '../../tables/limits.ts';
import type { RowCounts } from '../../tables/row-counts.ts';
import { fillingStatements, levelsOf } from './order-of-filling.ts';
import { copySummands, fromSummands, readsRows } from './summands.ts';

interface Sums {
  rollup: string;
  generation: number;
  appeals: number;
  rows: number;
}

/**
 * Rows of rollups by generation.
 * @throws IntegrityError unless each rollup sums up exactly the appeals of each generation
 */
async function countSound(
  database: Database,
  rollups: readonly string[],
  appeals: ReadonlyMap<number, number>,
): Promise<RowCounts> {
  const each = rollups.map(
    (rollup) => `SELECT '${rollup}' AS rollup, generation, sum(s_appeals) AS appeals, count() AS rows
FROM ${rollup} WHERE generation IN {generations:Array(UInt32)} GROUP BY generation`,
  );
  const { rows } = await database.rows<Sums>({
    sql: each.join('\nUNION ALL\n'),
    parameters: { generations: [...appeals.keys()] },
    label: 'count rollups',
  });
  const counts = new Map(rollups.map((rollup) => [rollup, new Map<number, number>()]));
  const summed = new Map(
    rows.map(({ rollup, generation, appeals: sum }) => [`${rollup} ${generation}`, sum]),
  );
  for (const { rollup, generation, rows: held } of rows) counts.get(rollup)?.set(generation, held);
  for (const rollup of rollups)
    for (const [generation, count] of appeals)
      if (summed.get(`${rollup} ${generation}`) !== count)
        throw new IntegrityError(`${rollup} does not agree with the rows it was made from`);
  return counts;
}

/** Appeals that are in all rollups to be filled, of how many. */
export type OnSummed = (appeals: number, of: number) => void;

/** Sums up a run of generations in rollups, level by level. */
async function fillRun(
  database: Database,
  statements: ReadonlyMap<string, string>,
  run: readonly number[],
  { isLarge, statementsAtATime: several }: { isLarge: boolean; statementsAtATime: number },
): Promise<void> {
  const fromRows = [...statements.values()].some(readsRows);
  const summands = isLarge && fromRows ? await copySummands(database, run) : null;
  for (const level of levelsOf(statements))
    await atATime(several, level, (rollup) =>
      database.command({
        sql: fromSummands(statements.get(rollup) ?? '', summands),
        parameters: { generations: run },
        settings: { ...boundedMemory, ...oneBlock },
        label: rollup,
      }),
    );
  await summands?.drop();
}

/**
 * Sums up generations of appeals in some rollups, two runs of generations at a time, or two rollups where
 * there is one run.
 * @returns the rows it took
 * @throws IntegrityError when a rollup does not agree with its rows
 */
export async function fillRollups(
  database: Database,
  rollups: readonly string[],
  generations: readonly number[],
  onSummed: OnSummed = () => undefined,
): Promise<RowCounts> {
  if (generations.length === 0 || rollups.length === 0) return new Map();
  const held = await countAppeals(database);
  const rowsOf = (generation: number) => held.get(generation) ?? 0;
  const all = generations.reduce((sum, generation) => sum + rowsOf(generation), 0);
  const byMonth = [...generations].sort((a, b) => monthOfGeneration(a) - monthOfGeneration(b));
  const runs = chunks(byMonth, rowsOf);
  const statements = fillingStatements(rollups);
  const how = { isLarge: all > fewAppeals, statementsAtATime: runs.length > 1 ? 1 : statementsAtATime };
  let done = 0;
  onSummed(done, all);
  await atATime(statementsAtATime, runs, async (run) => {
    await fillRun(database, statements, run, how);
    done += run.reduce((sum, generation) => sum + rowsOf(generation), 0);
    onSummed(done, all);
  });
  return countSound(
    database,
    rollups,
    new Map(generations.map((generation) => [generation, rowsOf(generation)])),
  );
}

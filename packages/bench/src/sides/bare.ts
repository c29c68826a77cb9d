import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from '@hotline-atlas/clickhouse';
import type { Value } from '@hotline-atlas/model';
import type { FlatStatement } from '../flat/statement.ts';
import { bundles, flatColumns } from './published-rows.ts';
import type { SideAnswer } from './side.ts';

const ddl = readFileSync(fileURLToPath(new URL('../../sql/bare_appeal.sql', import.meta.url)), 'utf8');

/** A name of a time zone, and nothing else, to stand in a type. */
const zoneName = (timeZone: string): string =>
  Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;

/** Makes an empty bare table in the bench's own database. */
async function createBare(bench: Database, table: string, timeZone: string): Promise<void> {
  await bench.command({ sql: 'DROP TABLE IF EXISTS {table:Identifier} SYNC', parameters: { table } });
  await bench.command({
    sql: ddl.replace('<time zone>', zoneName(timeZone)),
    parameters: { table },
    label: 'bench: bare table',
  });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until the engine has merged what it wants to merge; two minutes at the most. */
export async function mergesDone(bench: Database): Promise<void> {
  for (let waited = 0; waited < 120; waited++) {
    const { rows } = await bench.rows<{ running: number }>({
      sql: 'SELECT toUInt32(count()) AS running FROM system.merges WHERE database = currentDatabase()',
    });
    if (rows[0]?.running === 0) return;
    await pause(1000);
  }
}

/**
 * Fills the bare table with the published rows of a city, month after month.
 * @returns seconds it took
 */
export async function fillBare(bench: Database, city: Database, timeZone: string): Promise<number> {
  const began = performance.now();
  await createBare(bench, 'appeal', timeZone);
  for (const generations of await bundles(city))
    await bench.command({
      sql: `INSERT INTO appeal (${flatColumns.join(', ')}) SELECT ${flatColumns.join(', ')}
FROM {city:Identifier}.appeal WHERE generation IN {generations:Array(UInt32)}`,
      parameters: { city: city.name, generations },
      settings: { max_insert_threads: '2', min_insert_block_size_rows: '1048576', max_execution_time: 0 },
      label: 'bench: fill the bare table',
    });
  return (performance.now() - began) / 1000;
}

/** Puts statements to the bare table, the way ours puts them to its own: same client, same format. */
export async function askBare(bench: Database, statements: readonly FlatStatement[]): Promise<SideAnswer> {
  const [first, second] = statements;
  if (!first) throw new Error('nothing to ask');
  const { rows, milliseconds } = await bench.rows<Record<string, Value>>({ ...first, label: 'bench: bare' });
  if (!second) return { rows, total: null, milliseconds };
  const counted = await bench.rows<{ total: number }>({ ...second, label: 'bench: bare' });
  return {
    rows,
    total: Number(counted.rows[0]?.total ?? 0),
    milliseconds: milliseconds + counted.milliseconds,
  };
}

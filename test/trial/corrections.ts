/**
 * Loads corrections at full size and checks that exactly the figures move that the truth file says. Every
 * value of the fields that corrections move is counted before and after; the files are loaded as a user
 * would. Ends with 1 when anything moved that should not have.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { acquireLock, connect, type Database, readConfiguration } from '@hotline-atlas/clickhouse';
import { completeYears } from '@hotline-atlas/ingest';
import type { Truth } from '@hotline-atlas/synthetic';
import { Command } from 'commander';

const listed = (which: string) => `generation IN (SELECT arrayJoin(${which}) FROM newest_edition)`;
const published = listed('arrayConcat(generations, arrayFilter(year -> year % 4096 != 4095, years))');
const together = listed('arrayFilter(year -> year % 4096 = 4095, years)');
const fields = ['contacted', 'excluded_reason', 'resolved', 'satisfied', 'status', 'topic3', 'unit'] as const;

/** Figures by what was counted: `field: value`, `rollup_…: topic`, `appeals`. */
type Figures = Map<string, number>;

const say = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

async function count(database: Database): Promise<Figures> {
  const figures: Figures = new Map();
  const add = async (named: string, value: string, sql: string, those = published) => {
    const { rows } = await database.rows<{ value: string; figure: number }>({
      sql: `SELECT ${value} AS value, ${sql} WHERE ${those} GROUP BY value`,
    });
    for (const row of rows) figures.set(`${named}: ${row.value}`, row.figure);
  };
  await add('appeals', "'all'", 'count() AS figure FROM appeal');
  for (const field of fields) await add(field, `toString(${field})`, 'count() AS figure FROM appeal');
  const { rows } = await database.rows<{ table: string }>({
    sql: `SELECT table FROM system.columns WHERE database = currentDatabase() AND name = 'topic3' AND startsWith(table, 'rollup_') ORDER BY table`,
  });
  for (const { table } of rows) {
    const sums = `sum(s_appeals) AS figure FROM ${table}`;
    await add(table, 'topic3', sums);
    if (table.startsWith('rollup_year_')) await add(`${table}, all years together`, 'topic3', sums, together);
  }
  return figures;
}

/** How far each figure has to move. */
function expected(truth: Truth, before: Figures): Figures {
  const net: Figures = new Map();
  const move = (name: string, appeals: number) => net.set(name, (net.get(name) ?? 0) + appeals);
  const rollups = new Set([...before.keys()].map((name) => name.split(': ')[0] ?? ''));
  for (const { field, before: from, after, appeals } of truth.corrections?.moves ?? [])
    for (const named of field === 'topic3'
      ? ['topic3', ...[...rollups].filter((rollup) => rollup.startsWith('rollup_'))]
      : [field]) {
      move(`${named}: ${from}`, -appeals);
      move(`${named}: ${after}`, appeals);
    }
  return net;
}

function wrongMoves(before: Figures, after: Figures, net: Figures): string[] {
  const names = new Set([...before.keys(), ...after.keys(), ...net.keys()]);
  say(`${names.size} figures compared, ${[...net.values()].filter(Boolean).length} of them had to move`);
  return [...names].flatMap((name) => {
    const moved = (after.get(name) ?? 0) - (before.get(name) ?? 0);
    const should = net.get(name) ?? 0;
    return moved === should ? [] : [`${name} moved by ${moved}, not by ${should}`];
  });
}

const load = (files: string[], source: string): Promise<number | null> =>
  new Promise((resolve) =>
    spawn(process.execPath, ['--import', 'tsx', 'packages/ingest/src/cli.ts', '--source', source, ...files], {
      stdio: ['ignore', 'inherit', 'inherit'],
    }).once('exit', resolve),
  );

/** Years that a load changed, though they were summed up just before. */
async function sumUpYears(database: Database): Promise<void> {
  const lock = await acquireLock(database, 'ingest');
  const now = new Date(Date.now() + 86_400_000);
  await completeYears(database, lock, { now }).finally(() => lock.release());
}

async function trial(files: string[], { source, truth }: { source: string; truth: string }): Promise<void> {
  const configuration = readConfiguration(process.env, process.cwd());
  const connection = await connect(configuration);
  try {
    const database = await connection.database(configuration.city);
    const before = await count(database);
    say(`${before.get('appeals: all')} appeals before`);
    const began = Date.now();
    const code = await load(files, source);
    say(`the load ended with ${code} after ${Math.round((Date.now() - began) / 1000)} s`);
    await sumUpYears(database);
    say(`years were summed up after ${Math.round((Date.now() - began) / 1000)} s`);
    const net = expected(JSON.parse(readFileSync(truth, 'utf8')), before);
    const wrong = wrongMoves(before, await count(database), net);
    for (const line of wrong.slice(0, 20)) say(line);
    say(wrong.length === 0 ? 'exactly what the truth says has moved' : `${wrong.length} figures are WRONG`);
    if (code !== 0 || wrong.length > 0) process.exitCode = 1;
  } finally {
    await connection.close();
  }
}

await new Command('corrections')
  .argument('<files...>', 'files of corrections')
  .requiredOption('--truth <file>', 'truth.json of the history')
  .option('--source <name>', 'the source of the city pack', 'synthetic')
  .action(trial)
  .parseAsync();

/**
 * The trial of a feed that hands over a few appeals at a time. First the arithmetic of numbers, generations
 * and folding alone, for 100,000 loads at once; then some hundred loads on the engine, each published, folded
 * and checked. Ends with 1 when a month lies in more partitions than its size needs, or figures are not
 * sound.
 *
 *     node --import tsx test/trial/small-loads.ts --loads 100000 --on-engine 300
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCity, sourceOf } from '@hotline-atlas/city';
import { connect, type Database, migrate, readConfiguration, sqlFolder } from '@hotline-atlas/clickhouse';
import { findFiles, finishLoads, ingest, publishReference } from '@hotline-atlas/ingest';
import { Command } from 'commander';
import { unsoundness } from '../soundness.ts';
import { partitionsNeeded, simulate } from './loading/simulate-loads.ts';

const say = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
const check = (isRight: boolean, what: string) => {
  say(`${isRight ? 'right' : 'WRONG'}: ${what}`);
  if (!isRight) process.exitCode = 1;
};

function onPaper(loads: number): void {
  const found = simulate(loads);
  say(`${loads} loads on paper: ${JSON.stringify(found)}`);
  check(found.most.beyond <= 0, 'no month lay in more generations than its size needs');
  check(found.appeals === loads * 100, 'every appeal is held once');
  check(found.rewrittenPerAppeal < 8, 'an appeal is written anew fewer than eight times');
}

/** One line a load: mostly of this month, some of the one before. */
const fileOf = (load: number): string => {
  const rows = Array.from({ length: 5 }, (_, index) => {
    const month = (load + index) % 9 === 0 ? '04' : '05';
    return `s${load}-${index},2023-${month}-${String(1 + (load % 28)).padStart(2, '0')} 10:00:00,housing,south,lift ${load}`;
  });
  return `id,received,topic,district,text\n${rows.join('\n')}\n`;
};

async function partitions(database: Database): Promise<{ counting: number; needed: number; held: number }> {
  const { rows } = await database.rows<{ month: number; counting: number; appeals: number }>({
    sql: `SELECT generation % 4096 AS month, count() AS counting, sum(held) AS appeals
FROM newest_edition ARRAY JOIN generations AS generation, rows['appeal'] AS held GROUP BY month`,
  });
  const { rows: parts } = await database.rows<{ held: number }>({
    sql: "SELECT toUInt32(uniqExact(partition)) AS held FROM system.parts WHERE database = currentDatabase() AND active AND table = 'appeal'",
  });
  return {
    counting: rows.reduce((sum, row) => sum + row.counting, 0),
    needed: rows.reduce((sum, { appeals }) => sum + partitionsNeeded(appeals), 0),
    held: parts[0]?.held ?? 0,
  };
}

async function onEngine(loads: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-small-loads-'));
  const city = readCity(fileURLToPath(new URL('../fixtures/cities', import.meta.url)), 'riverton');
  const connection = await connect(readConfiguration({ DATA_DIR: join(folder, 'data') }, '/'));
  try {
    const database = await connection.database('small_loads');
    await migrate(database, sqlFolder);
    await publishReference(database, city);
    const seconds = { published: 0, finished: 0 };
    for (let load = 1; load <= loads; load++) {
      const path = join(folder, `${load}.csv`);
      writeFileSync(path, fileOf(load));
      const found = await findFiles([path]);
      const began = performance.now();
      await ingest({
        database,
        city,
        source: sourceOf(city, 'orders'),
        ...found,
        callerKey: '0'.repeat(32),
      });
      const published = performance.now();
      await finishLoads(database);
      seconds.published += (published - began) / 1000;
      seconds.finished += (performance.now() - published) / 1000;
      if (load % 50 !== 0 && load !== loads) continue;
      const state = await partitions(database);
      say(
        `${load} loads: ${JSON.stringify(state)}, ${(seconds.published / load).toFixed(2)} s until published, ${(seconds.finished / load).toFixed(2)} s until finished`,
      );
      check(state.counting <= state.needed, 'no more generations count than months and sizes need');
      const wrong = await unsoundness(database);
      check(wrong.length === 0, `figures are sound ${wrong.join('; ')}`);
    }
  } finally {
    await connection.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await new Command('small-loads')
  .option('--loads <number>', 'loads on paper', '100000')
  .option('--on-engine <number>', 'loads on the engine', '300')
  .action(async ({ loads, onEngine: real }: { loads: string; onEngine: string }) => {
    onPaper(Number(loads));
    if (Number(real) > 0) await onEngine(Number(real));
  })
  .parseAsync();

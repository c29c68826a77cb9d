/**
 * Loads files while ingest and engine are killed at random moments, in turn, and writes a fingerprint of the
 * outcome. The files are loaded as a user would, at full size. With `--kills 0` it is undisturbed; with
 * `--like FILE` the fingerprint must be the one in that file, else it ends with 1.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { connect, migrate, readConfiguration, sqlFolder } from '@hotline-atlas/clickhouse';
import { Command } from 'commander';
import { fingerprint } from './loading/fingerprint.ts';

interface Options {
  source: string;
  kills: number;
  /** Seconds a killed run lives at most. */
  within: number;
  out?: string;
  like?: string;
}

const say = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Two data folders would otherwise hash the same callers differently. */
const sameCallerKey = '0123456789abcdef'.repeat(2);

const startIngest = (files: string[], source: string): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'packages/ingest/src/cli.ts', '--source', source, ...files], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { CALLER_KEY: sameCallerKey, ...process.env },
  });

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', resolve));

function killEngine(dataDir: string): void {
  const { pid } = JSON.parse(readFileSync(join(dataDir, 'engine.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGKILL');
}

async function killedRun(turn: number, files: string[], { source, within }: Options, dataDir: string) {
  const child = startIngest(files, source);
  const end = ended(child);
  const moment = 5 + Math.random() * (within - 5);
  await Promise.race([pause(moment), end]);
  if (child.exitCode !== null) return say(`run ${turn} ended before it could be killed`);
  const victim = turn % 2 === 0 ? 'ingest' : 'engine';
  say(`run ${turn}: killing the ${victim} after ${moment.toFixed(1)} s`);
  if (victim === 'ingest') child.kill('SIGKILL');
  else killEngine(dataDir);
  await end;
}

async function trial(files: string[], options: Options): Promise<void> {
  const configuration = readConfiguration(process.env, process.cwd());
  for (let turn = 0; turn < options.kills; turn++)
    await killedRun(turn, files, options, configuration.dataDir);
  const began = Date.now();
  const code = await ended(startIngest(files, options.source));
  say(`the last run ended with ${code} after ${Math.round((Date.now() - began) / 1000)} s`);
  const connection = await connect(configuration);
  try {
    const database = await connection.database(configuration.city);
    await migrate(database, sqlFolder);
    const found = await fingerprint(database);
    if (options.out) writeFileSync(options.out, `${JSON.stringify(found, null, 1)}\n`);
    const same = options.like
      ? isDeepStrictEqual(found, JSON.parse(readFileSync(options.like, 'utf8')))
      : null;
    say(`${found.appeals} appeals, ${found.rejected} rejected, ${found.files} files`);
    if (same !== null) say(same ? `the same as ${options.like}` : `NOT the same as ${options.like}`);
    if (code !== 0 || same === false) process.exitCode = 1;
  } finally {
    await connection.close();
  }
}

await new Command('killed-load')
  .argument('<files...>')
  .requiredOption('--source <name>')
  .option('--kills <number>', 'how many times something is killed', Number, 6)
  .option('--within <seconds>', 'a killed run lives at most this long', Number, 120)
  .option('--out <file>', 'where the fingerprint goes')
  .option('--like <file>', 'a fingerprint this one must equal')
  .action(trial)
  .parseAsync();

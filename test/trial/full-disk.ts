/**
 * Loads files on a small file system that is filled at every stage of the load, with an API beside it that
 * has to go on answering. Ends with 1 when anything is lost, doubled or half-seen, when a refusal does not
 * say what to do, or when the load does not end with the figures of an undisturbed one once there is room.
 * Needs the right to mount.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  type Connection,
  connect,
  type Database,
  migrate,
  readConfiguration,
  sqlFolder,
} from '@hotline-atlas/clickhouse';
import { findFiles, type InputFile } from '@hotline-atlas/ingest';
import { Command } from 'commander';
import { unsoundness } from '../soundness.ts';
import { askAllTheTime } from './loading/ask-meanwhile.ts';
import { type Fingerprint, fingerprint } from './loading/fingerprint.ts';
import { ingestRun, type Run, run, startApi } from './loading/run-command.ts';
import { mountSmallDisk, type SmallDisk } from './loading/small-disk.ts';

interface Options {
  source: string;
  folder: string;
  megabytes: number;
  left: number;
  port: number;
}

const megabyte = 1024 ** 2;
const wrong: string[] = [];
const say = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
function expectThat(what: string, holds: boolean, found: unknown = ''): void {
  say(`${holds ? 'yes' : 'NO '}  ${what}${holds ? '' : ` ${String(found)}`}`);
  if (!holds) wrong.push(what);
}

async function open(dataDir: string): Promise<{ connection: Connection; database: Database }> {
  const configuration = readConfiguration({ ...process.env, DATA_DIR: dataDir }, process.cwd());
  const connection = await connect(configuration);
  const database = await connection.database(configuration.city);
  await migrate(database, sqlFolder);
  return { connection, database };
}

async function undisturbed(
  files: readonly InputFile[],
  source: string,
  dataDir: string,
): Promise<Fingerprint> {
  const { end, said } = ingestRun(files, source, dataDir);
  if ((await end) !== 0) throw new Error(said());
  const { connection, database } = await open(dataDir);
  try {
    return await fingerprint(database);
  } finally {
    await connection.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function reaches(database: Database, moment: string, { child }: Run): Promise<boolean> {
  while (child.exitCode === null) {
    const { rows } = await database.rows<{ reached: number }>({ sql: moment }).catch(() => ({ rows: [] }));
    if (rows[0]?.reached) return true;
    await pause(10);
  }
  return false;
}

const newPublication = 'publication WHERE published > now64(3) - INTERVAL 1 HOUR';
/** Moments of a load at which the disk becomes full, and whether it is published by then. */
const moments = (versions: number) => [
  {
    name: 'rows come in',
    after: false,
    reached: `SELECT count() > 20000 AS reached FROM appeal WHERE load > (SELECT max(arrayJoin(loads)) FROM publication)`,
  },
  {
    name: 'conflicts are looked for',
    after: false,
    reached:
      "SELECT count() > 0 AS reached FROM system.tables WHERE database = currentDatabase() AND name = 'conflict'",
  },
  {
    name: 'the first rollups are filled',
    after: false,
    reached:
      "SELECT count() > 0 AS reached FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'summands_')",
  },
  {
    name: 'later rollups are filled',
    after: true,
    reached: `SELECT count() >= ${versions} AS reached FROM ${newPublication}`,
  },
  {
    name: 'texts are indexed',
    after: true,
    reached:
      "SELECT count() > 0 AS reached FROM system.tables WHERE database = currentDatabase() AND name = 'lock_search_index'",
  },
];

const clearWords = /The disk of the database is full.*Free some|There is no room/;

interface Trial {
  disk: SmallDisk;
  dataDir: string;
  database: Database;
  rest: readonly InputFile[];
  source: string;
  before: Fingerprint;
  whole: Fingerprint;
}

async function refusedBeforehand({ disk, dataDir, database, rest, source, before }: Trial): Promise<void> {
  disk.leave(Math.round(rest.reduce((sum, { bytes }) => sum + bytes, 0) / 2));
  const { end, said } = ingestRun(rest, source, dataDir);
  const code = await end;
  expectThat(
    'what does not fit is refused beforehand',
    code === 1 && /There is no room/.test(said()),
    said(),
  );
  expectThat('and nothing has changed', isDeepStrictEqual(await fingerprint(database), before));
  disk.clear();
}

/** Fills the disk at a moment of a load. */
async function filledAt(
  { disk, dataDir, database, rest, source, before, whole }: Trial,
  { name, after, reached }: ReturnType<typeof moments>[number],
  left: number,
): Promise<void> {
  const load = ingestRun(rest, source, dataDir);
  const hit = await reaches(database, reached, load);
  disk.leave(left);
  const code = await load.end;
  say(`--- full to ${left} bytes while ${name}: it ended with ${code}`);
  if (!hit || code === 0) {
    say(`    not hit: ${load.said().slice(-300)}`);
    return;
  }
  say(
    `    ${load
      .said()
      .split('\n')
      .filter((line) => !line.startsWith('loading'))
      .join(' / ')
      .slice(0, 600)}`,
  );
  expectThat('it says that the disk is full and what to do', clearWords.test(load.said()), load.said());
  const seen = await fingerprint(database);
  expectThat(
    after ? 'what was published counts' : 'nothing has changed for readers',
    after
      ? seen.appeals === whole.appeals && isDeepStrictEqual(seen.months, whole.months)
      : isDeepStrictEqual(seen, before),
  );
  say(`    ${Math.round(disk.free() / megabyte)} MB free of the disk now`);
}

async function endsWell({ disk, dataDir, database, rest, source, whole }: Trial): Promise<void> {
  disk.clear();
  const { end, said } = ingestRun(rest, source, dataDir);
  expectThat('with room, the same command ends well', (await end) === 0, said());
  expectThat(
    'with the figures of a load never disturbed',
    isDeepStrictEqual(await fingerprint(database), whole),
  );
  const unsound = await unsoundness(database);
  expectThat('and everything is sound', unsound.length === 0, unsound.join('; '));
}

async function trial(paths: string[], options: Options): Promise<void> {
  const { source, folder, megabytes } = options;
  const { files } = await findFiles(paths);
  const third = Math.ceil(files.length / 3);
  const [base, rest] = [files.slice(0, third), files.slice(third)];
  mkdirSync(folder, { recursive: true });
  const whole = await undisturbed(files, source, join(folder, 'undisturbed'));
  say(`undisturbed: ${whole.appeals} appeals`);
  const disk = mountSmallDisk(resolve(folder, 'disk'), megabytes * megabyte);
  const dataDir = join(disk.folder, 'data');
  try {
    const first = ingestRun(base, source, dataDir);
    if ((await first.end) !== 0) throw new Error(first.said());
    await onSmallDisk({ disk, dataDir, rest, source, whole }, options);
  } finally {
    disk.remove();
  }
  say(wrong.length === 0 ? 'all is well' : `${wrong.length} things are WRONG: ${wrong.join('; ')}`);
  if (wrong.length > 0) process.exitCode = 1;
}

async function onSmallDisk(
  given: Omit<Trial, 'database' | 'before'>,
  { port, left }: Options,
): Promise<void> {
  const { connection, database } = await open(given.dataDir);
  const api = await startApi(given.dataDir, port);
  const before = await fingerprint(database);
  const all: Trial = { ...given, database, before };
  const asking = askAllTheTime(api.url, new Set([before.appeals, given.whole.appeals]));
  try {
    await refusedBeforehand(all);
    for (const moment of moments(2)) {
      await filledAt(all, moment, left * megabyte);
      given.disk.clear();
    }
    await endsWell(all);
    given.disk.leave(0);
    await pause(3000);
  } finally {
    const { asked, failures } = await asking.stop();
    expectThat(
      `the API answered ${asked} questions beside it`,
      failures.length === 0,
      failures.slice(0, 3).join('; '),
    );
    api.child.kill('SIGINT');
    await api.end;
    await connection.close();
  }
  await startsAgain(given);
}

/** An engine that ended on a full disk. */
async function startsAgain({ disk, dataDir, whole }: Omit<Trial, 'database' | 'before'>): Promise<void> {
  disk.leave(0);
  const refused = run('packages/start/src/cli.ts', [], { DATA_DIR: dataDir, PORT: '18081' });
  const code = await refused.end;
  expectThat(
    'a start on a full disk says so',
    code === 1 && /is full: free some/.test(refused.said()),
    refused.said(),
  );
  disk.clear();
  const { connection, database } = await open(dataDir);
  expectThat(
    'with room it starts, with the same figures',
    isDeepStrictEqual(await fingerprint(database), whole),
  );
  await connection.close();
}

await new Command('full-disk')
  .argument('<files...>', 'files that fit on a disk of --megabytes')
  .option('--source <name>', 'the source of the city pack', 'synthetic')
  .requiredOption('--folder <folder>', 'a folder of its own, on a disk with room')
  .option('--megabytes <number>', 'the size of the small disk', Number, 1000)
  .option('--left <number>', 'megabytes that are left of it when it is full', Number, 0)
  .option('--port <number>', 'port of the API', Number, 18_080)
  .action(trial)
  .parseAsync();

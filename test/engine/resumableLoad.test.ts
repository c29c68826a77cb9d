import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Connection,
  connect,
  type Database,
  migrate,
  readConfiguration,
  sqlFolder,
} from '@hotline-atlas/clickhouse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureCities } from '../riverton.ts';

/** Small enough for every run; `TRIAL_APPEALS=2001000` (any multiple of 3,000) is the trial at full size. */
const appeals = Number(process.env.TRIAL_APPEALS ?? 120_000);
const project = fileURLToPath(new URL('../..', import.meta.url));
const months = 12;

let folder: string;
let connection: Connection;

interface Figures {
  appeals: number;
  months: unknown[];
  rejected: number;
  rollup: number;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Three files: months overlap between them, each hundredth id comes twice, each thousandth row has no date.
 */
const fileSql = (part: number) => `
SELECT toString(number - if(number % 100 = 99, 1, 0)) AS id,
       if(number % 1000 = 500, 'no date', toString(toDateTime('2023-01-01 00:00:00') + toUInt32(cityHash64(number) % (${months} * 30 * 86400)))) AS received,
       ['north', 'south', ''][number % 3 + 1] AS district,
       ['housing.heating.cold', 'transport.parking'][number % 2 + 1] AS topic,
       concat('appeal number ', toString(number), ' about something cold') AS text
FROM numbers(${part * (appeals / 3)}, ${appeals / 3}) FORMAT CSVWithNames`;

async function figures(database: Database): Promise<Figures> {
  const newest = 'generation IN (SELECT arrayJoin(generations) FROM newest_edition)';
  const value = async (sql: string) =>
    Object.values((await database.rows<Record<string, number>>({ sql })).rows[0] ?? {})[0] ?? 0;
  const { rows } = await database.rows({
    sql: `SELECT toStartOfMonth(day) AS month, district, count() AS appeals, sum(cityHash64(id, text) % 1000) AS sum FROM appeal WHERE ${newest} GROUP BY ALL ORDER BY ALL`,
  });
  return {
    appeals: await value(`SELECT count() FROM appeal WHERE ${newest}`),
    months: rows,
    rejected: await value('SELECT count() FROM rejected_row WHERE load IN (SELECT load FROM counting_load)'),
    rollup: await value(`SELECT sum(s_appeals) FROM rollup_month_area WHERE ${newest}`),
  };
}

/** Runs the command as a user would, in a process of its own. */
const startIngest = (city: string): ChildProcess =>
  spawn(
    process.execPath,
    ['--import', 'tsx', 'packages/ingest/src/cli.ts', '--source', 'orders', join(folder, 'part-*.csv')],
    {
      cwd: project,
      env: { ...process.env, CITIES_DIR: join(folder, 'cities'), CITY: city, DATA_DIR: join(folder, 'data') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', resolve));

async function ingestWhole(city: string): Promise<Record<string, number>> {
  const child = startIngest(city);
  let output = '';
  let errors = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (errors += chunk));
  expect(await ended(child), errors).toBe(0);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '{}');
}

/** The same pack under several names: one database each. */
function copyPack(name: string): void {
  const source = (file: string) => readFileSync(join(fixtureCities, 'riverton', file), 'utf8');
  const pack = join(folder, 'cities', name);
  for (const file of [
    'city.yaml',
    'topics.yaml',
    'districts.geojson',
    'subdistricts.geojson',
    'sources/orders.yaml',
  ]) {
    const path = join(pack, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, source(file));
  }
}

const databaseOf = async (city: string): Promise<Database> => {
  const database = await connection.database(city);
  await migrate(database, sqlFolder);
  return database;
};

/**
 * Moments in the middle of a load: rows coming in, rows of two files, conflicts being settled, rollups being
 * filled.
 */
const moments = [
  'SELECT count() > 0 AS reached FROM appeal',
  "SELECT uniqExact(intDiv(toUInt32(partition), 4096)) > 1 AS reached FROM system.parts WHERE database = currentDatabase() AND table = 'appeal' AND active",
  "SELECT count() > 0 AS reached FROM system.tables WHERE database = currentDatabase() AND name = 'conflict'",
  'SELECT count() > 0 AS reached FROM rollup_month_subdistrict_topic',
];

/** @returns whether the moment came before the run ended, which on a loaded machine it may not */
async function reaches(database: Database, moment: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null) {
    const { rows } = await database.rows<{ reached: number }>({ sql: moment });
    if (rows[0]?.reached) return true;
    await pause(5);
  }
  return false;
}

/**
 * On a loaded machine a whole load may pass between two looks at it: then the same is tried in another city.
 */
const killedCities = ['killed', 'killed_again', 'killed_once_more'];
const crashedCities = ['crashed', 'crashed_again', 'crashed_once_more'];

/** Works through cities until runs were hit in one; @returns that city, and how many runs were hit in it. */
async function untilHit(
  cities: readonly string[],
  work: (city: string, database: Database) => Promise<number>,
): Promise<{ city: string; hit: number }> {
  let last = { city: '', hit: 0 };
  for (const city of cities) {
    last = { city, hit: await work(city, await databaseOf(city)) };
    if (last.hit > 0) break;
  }
  return last;
}

let undisturbed: Figures;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-resume-'));
  for (const name of ['whole', 'twice', ...killedCities, ...crashedCities]) copyPack(name);
  connection = await connect(readConfiguration({ DATA_DIR: join(folder, 'data') }, '/'));
  const scratch = await connection.database('scratch');
  for (const part of [0, 1, 2])
    writeFileSync(join(folder, `part-${part}.csv`), (await scratch.bytes({ sql: fileSql(part) })).body);
  const report = await ingestWhole('whole');
  expect(report).toMatchObject({ files: 3, read: appeals, rejected: appeals / 1000, failed: 0 });
  undisturbed = await figures(await databaseOf('whole'));
}, 600_000);

afterAll(async () => {
  await connection?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the undisturbed load counts every appeal once, in rows and rollups', () => {
  expect(undisturbed.appeals).toBe(appeals - appeals / 1000 - appeals / 100);
  expect(undisturbed.rollup).toBe(undisturbed.appeals);
});

test('the same files again change nothing', async () => {
  const report = await ingestWhole('whole');
  expect(report).toMatchObject({ unchanged: 3, read: appeals, rejected: appeals / 1000 });
  expect(await figures(await databaseOf('whole'))).toEqual(undisturbed);
});

/** Kills the ingest process at each moment; @returns the runs that had not ended by then. */
async function killIngest(city: string, database: Database): Promise<number> {
  let hit = 0;
  for (const moment of moments) {
    const child = startIngest(city);
    const end = ended(child);
    if (!(await reaches(database, moment, child))) break;
    child.kill('SIGKILL');
    if ((await end) === null) hit++;
  }
  return hit;
}

test('ingest killed again and again, then run once more: the same figures, and no reader saw a torn month', async () => {
  const seen = new Set<number>();
  const { city, hit } = await untilHit(killedCities, async (city, database) => {
    let reading = true;
    const reader = (async () => {
      while (reading) {
        seen.add((await figures(database)).appeals);
        await pause(20);
      }
    })();
    const hit = await killIngest(city, database);
    await ingestWhole(city);
    reading = false;
    await reader;
    return hit;
  });
  expect(hit, 'runs that had not ended when they were killed').toBeGreaterThan(0);
  expect(await figures(await databaseOf(city))).toEqual(undisturbed);
  expect([...seen].filter((count) => count !== 0 && count !== undisturbed.appeals)).toEqual([]);
}, 600_000);

/** Kills the engine at each moment; @returns the runs that had not ended by then. */
async function killEngine(city: string, database: Database): Promise<number> {
  let hit = 0;
  for (const moment of moments) {
    const child = startIngest(city);
    const end = ended(child);
    let errors = '';
    child.stderr?.on('data', (chunk) => {
      errors += chunk;
    });
    if (!(await reaches(database, moment, child))) break;
    const { pid } = JSON.parse(readFileSync(join(folder, 'data', 'engine.json'), 'utf8'));
    process.kill(pid, 'SIGKILL');
    if ((await end) === 0) break;
    hit++;
    expect(child.exitCode).toBe(1);
    expect(errors).toMatch(/stopped answering. Nothing was lost: run the same command again/);
  }
  return hit;
}

test('the engine killed in the middle of a load says so; the same command again ends with the same figures', async () => {
  const { city, hit } = await untilHit(crashedCities, killEngine);
  expect(hit, 'runs that had not ended when the engine was killed').toBeGreaterThan(0);
  await ingestWhole(city);
  expect(await figures(await databaseOf(city))).toEqual(undisturbed);
}, 600_000);

test('two ingests of the same files at once: one waits, nothing is doubled', async () => {
  await databaseOf('twice');
  const reports = await Promise.all([ingestWhole('twice'), ingestWhole('twice')]);
  expect(reports.map(({ unchanged }) => unchanged).sort()).toEqual([0, 3]);
  expect(await figures(await databaseOf('twice'))).toEqual(undisturbed);
}, 600_000);

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCity, sourceOf } from '@hotline-atlas/city';
import {
  ConfigurationError,
  type Connection,
  connect,
  type Database,
  DatabaseError,
  migrate,
  readConfiguration,
  sqlFolder,
} from '@hotline-atlas/clickhouse';
import { findFiles, type IngestReport, ingest } from '@hotline-atlas/ingest';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fixtureCities, openRiverton, published, type Riverton } from '../riverton.ts';
import { unsoundness } from '../soundness.ts';

const city = readCity(fixtureCities, 'riverton');
let folder: string;
let small: string;
let large: string;
let riverton: Riverton;
let undone: (() => Promise<void> | void)[] = [];

/** Texts no compression makes smaller: so much of the file, so much of the disk. */
const largeRows = 250_000;
const largeSql = `SELECT concat('large-', toString(number)) AS id, toString(toDateTime('2023-01-01 00:00:00') + number * 60) AS received,
  'housing.heating.cold' AS topic, 'north' AS district, base64Encode(randomPrintableASCII(300)) AS text FROM numbers(${largeRows}) FORMAT CSVWithNames`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-bad-days-'));
  riverton = await openRiverton('bad_days');
  small = join(folder, 'small.csv');
  large = join(folder, 'large.csv');
  writeFileSync(
    small,
    'id,received,topic,district\ns-1,2023-01-01,housing,north\ns-2,2023-02-01,housing,south\n',
  );
  writeFileSync(large, (await riverton.database.bytes({ sql: largeSql })).body);
});
afterEach(async () => {
  for (const undo of undone.reverse()) await undo();
  undone = [];
});
afterAll(async () => {
  await riverton.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An engine of its own, which may be given less than it needs. */
async function engine(
  environment: Record<string, string>,
): Promise<{ connection: Connection; database: Database }> {
  const connection = await connect(readConfiguration(environment, '/'));
  undone.push(() => connection.close());
  const database = await connection.database('riverton');
  await migrate(database, sqlFolder);
  return { connection, database };
}

const load = async (database: Database, path: string): Promise<IngestReport> =>
  ingest({
    database,
    city,
    source: sourceOf(city, 'orders'),
    ...(await findFiles([path])),
    callerKey: '0'.repeat(32),
  });

const appealsOf = async (database: Database) =>
  (await database.rows<{ n: number }>({ sql: `SELECT count() AS n FROM appeal WHERE ${published}` })).rows[0]
    ?.n;

const failureOf = async (work: Promise<unknown>): Promise<DatabaseError> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseError);
  return error as DatabaseError;
};

/** Whether this process may make a file system of its own. */
function canMount(at: string): boolean {
  mkdirSync(at, { recursive: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', at]).status !== 0) return false;
  undone.push(() => void spawnSync('umount', ['-l', at]));
  return true;
}

test('a disk that fills: what was there stays, the same file again ends well once there is room', async ({
  skip,
}) => {
  const disk = join(folder, 'small-disk');
  if (!canMount(disk)) skip('a small file system can only be mounted by root');
  const { database } = await engine({ DATA_DIR: join(disk, 'data') });
  expect((await load(database, small)).added).toBe(2);
  expect((await failureOf(load(database, large))).kind).toBe('disk_full');
  expect(await appealsOf(database)).toBe(2);
  execFileSync('mount', ['-o', 'remount,size=1g', disk]);
  expect(await load(database, large)).toMatchObject({ read: largeRows, added: largeRows, rejected: 0 });
  expect(await appealsOf(database)).toBe(largeRows + 2);
  expect(await unsoundness(database)).toEqual([]);
});

test('an engine out of memory: it lives, nothing is half-seen, and with more memory the same file loads', async () => {
  const dataDir = join(folder, 'little-memory');
  const little = await engine({ DATA_DIR: dataDir, ENGINE_MEMORY_GB: '0.55' });
  expect((await load(little.database, small)).added).toBe(2);
  expect((await failureOf(load(little.database, large))).kind).toBe('too_heavy');
  expect(await appealsOf(little.database)).toBe(2);
  await little.connection.close();
  const { database } = await engine({ DATA_DIR: dataDir, ENGINE_MEMORY_GB: '4' });
  expect(await load(database, large)).toMatchObject({ read: largeRows, added: largeRows, rejected: 0 });
  expect(await appealsOf(database)).toBe(largeRows + 2);
  expect(await unsoundness(database)).toEqual([]);
});

/** One version of the data as a reader sees it: rows and rollup by month. */
async function seenBy(database: Database): Promise<string> {
  const { rows } = await database.rows<{ seen: string }>({
    sql: `SELECT toString(groupArray((month, table, appeals, resolved))) AS seen FROM (
SELECT toStartOfMonth(day) AS month, 'rows' AS table, count() AS appeals, sum(n_resolved) AS resolved FROM appeal WHERE ${published} GROUP BY month
UNION ALL
SELECT toStartOfMonth(day) AS month, 'sums' AS table, toUInt64(sum(s_appeals)) AS appeals, toUInt64(sum(s_contact_asked + s_resolution_besides - s_unresolved)) AS resolved FROM rollup_day_area WHERE ${published} GROUP BY month
ORDER BY month, table)`,
  });
  return rows[0]?.seen ?? '';
}

test('a reader during a load of new appeals and corrections sees the one version or the other', async () => {
  const { database } = riverton;
  const line = (id: number, month: number, resolved: string) =>
    `r-${id},2023-0${month}-05 10:00:00,housing,north,dispatched,${resolved}`;
  const header = 'id,received,topic,district,handling,resolved';
  const numbers = Array.from({ length: 20_000 }, (_, at) => at);
  const file = (name: string, lines: string[]) => riverton.file(name, `${[header, ...lines].join('\n')}\n`);
  await riverton.load([
    file(
      'first.csv',
      numbers.map((at) => line(at, 1 + (at % 3), 'no')),
    ),
  ]);
  const seen = new Set([await seenBy(database)]);
  let reading = true;
  const reader = (async () => {
    while (reading) seen.add(await seenBy(database));
  })();
  const corrected = numbers.filter((at) => at % 2 === 0).map((at) => line(at, 1 + (at % 3), 'yes'));
  const added = numbers.map((at) => line(100_000 + at, 2 + (at % 3), 'yes'));
  const report = await riverton.load([file('second.csv', [...corrected, ...added])]).finally(() => {
    reading = false;
  });
  await reader;
  seen.add(await seenBy(database));
  expect(report).toMatchObject({ corrected: 10_000, added: 20_000 });
  expect(seen.size).toBe(2);
  expect(await unsoundness(database)).toEqual([]);
});

test('a harness that loads a file twice without the ledger is caught by the same checks', async () => {
  const { database } = riverton;
  await riverton.load([small]);
  expect(await unsoundness(database)).toEqual([]);
  await database.command({
    sql: "INSERT INTO appeal SELECT * REPLACE (toUInt32(generation + 4096 * 1000) AS generation, toUInt32(load + 1000) AS load) FROM appeal WHERE id IN ('s-1', 's-2')",
  });
  await database.command({
    sql: `INSERT INTO publication SELECT * REPLACE (edition + 1 AS edition,
  arrayConcat(generations, (SELECT groupUniqArray(generation) FROM appeal WHERE load > 1000)) AS generations, appeals + 2 AS appeals)
FROM publication ORDER BY edition DESC LIMIT 1`,
  });
  const wrong = (await unsoundness(database)).join('; ');
  expect(wrong).toMatch(/every appeal once: (\d+) instead of/);
  expect(wrong).toMatch(/appeals added/);
  expect(wrong).toMatch(/rollup_day_area/);
});

test('a data folder that cannot be made is one clear line', async () => {
  const impossible = connect(readConfiguration({ DATA_DIR: '/proc/hotline-atlas/data' }, '/'));
  await expect(impossible).rejects.toThrow(ConfigurationError);
  await expect(impossible).rejects.toThrow(/cannot be written: .*DATA_DIR/);
});

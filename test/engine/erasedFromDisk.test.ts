import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCity, sourceOf } from '@hotline-atlas/city';
import {
  type Connection,
  connect,
  type Database,
  migrate,
  readConfiguration,
  sqlFolder,
} from '@hotline-atlas/clickhouse';
import {
  clearAway,
  findFiles,
  finishLoads,
  ingest,
  readErasures,
  resumeErasures,
} from '@hotline-atlas/ingest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyFigure } from '../erasure-figures.ts';
import { fixtureCities, published } from '../riverton.ts';
import { unsoundness } from '../soundness.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const key = '0'.repeat(32);
let folder: string;
let connection: Connection;
let database: Database;

const words = { text: 'qzxwvkjy7031', reply: 'wjxqkzvy8142', address: 'vkqzjxwy9253', number: '13977053186' };

/**
 * Texts that are written as they are, so that they can be looked for in the files of the engine. There, parts
 * that were replaced stay for seconds instead of minutes.
 */
const uncompressed = [
  ['appeal', 'text', 'reply', 'address'],
  ['appeal_newest', 'text', 'reply', 'address'],
  ['appeal_version', 'text', 'reply', 'address'],
  ['rejected_row', 'raw'],
] as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-erased-'));
  connection = await connect(readConfiguration({ DATA_DIR: join(folder, 'data') }, '/'));
  database = await connection.database('riverton');
  await migrate(database, sqlFolder);
  for (const [table, ...columns] of uncompressed) {
    await database.command({ sql: `ALTER TABLE ${table} MODIFY SETTING old_parts_lifetime = 3` });
    for (const column of columns)
      await database.command({ sql: `ALTER TABLE ${table} MODIFY COLUMN ${column} String CODEC(NONE)` });
  }
});
afterAll(async () => {
  await connection.close();
  rmSync(folder, { recursive: true, force: true });
});

async function load(name: string, rows: readonly string[]): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, `id,received,updated,topic,district,address,caller,text,reply\n${rows.join('\n')}\n`);
  const city = readCity(fixtureCities, 'riverton');
  const found = await findFiles([path]);
  await ingest({ database, city, source: sourceOf(city, 'orders'), ...found, callerKey: key });
}

/** What is read while the engine merges may be gone already; it is looked for elsewhere then. */
function unlessGone<Found>(look: () => Found, gone: Found): Found {
  try {
    return look();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return gone;
    throw error;
  }
}

const filesBelow = (path: string): string[] =>
  unlessGone(() => readdirSync(path, { withFileTypes: true }), []).flatMap((entry) => {
    const below = join(path, entry.name);
    return entry.isDirectory() ? filesBelow(below) : entry.isFile() ? [below] : [];
  });

/** Files of the engine that hold some bytes. */
const filesWith = (bytes: Buffer): string[] =>
  filesBelow(join(folder, 'data')).filter((path) =>
    unlessGone(() => readFileSync(path).includes(bytes), false),
  );

/** A caller as it is stored, in the order of bytes of the disk. */
async function storedCaller(): Promise<Buffer> {
  const { rows } = await database.rows<{ caller: string }>({
    sql: `SELECT toString(sipHash64Keyed((toUInt64(0), toUInt64(0)), '${words.number}')) AS caller`,
  });
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(rows[0]?.caller ?? 0));
  return bytes;
}

const erase = (...options: string[]): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'packages/ingest/src/erase-cli.ts', ...options], {
    cwd: project,
    env: {
      ...process.env,
      CITIES_DIR: fixtureCities,
      CITY: 'riverton',
      DATA_DIR: join(folder, 'data'),
      CALLER_KEY: key,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', resolve));

async function output(child: ChildProcess): Promise<Record<string, unknown>> {
  let said = '';
  let errors = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  child.stderr?.on('data', (chunk) => (errors += chunk));
  expect(await ended(child), errors).toBe(0);
  return JSON.parse(said.trim().split('\n').at(-1) ?? '{}');
}

const row = (id: string, received: string, status = '2023-06-01 00:00:00') =>
  `${id},${received},${status},housing,north,${words.address},${words.number},${words.text},${words.reply}`;
/** Few enough callers for their number to be exact. */
const others = Array.from(
  { length: 400 },
  (_, at) =>
    `o${at},2023-0${1 + (at % 6)}-07 10:00:00,2023-06-01 00:00:00,transport,south,street ${at},1380000${at % 100},some text ${at},`,
);

/** Lets a minute pass for the editions of the database; what is shorter is waited for. */
async function pause(seconds: number): Promise<void> {
  if (seconds < 10) return void (await new Promise((resolve) => setTimeout(resolve, 1000 * seconds)));
  await database.command({
    sql: 'ALTER TABLE publication UPDATE arranged = arranged - INTERVAL 2 MINUTE WHERE 1',
    settings: { mutations_sync: '2' },
  });
}

test('an erasure by the command, killed and begun again, leaves nothing on the disk', async () => {
  await load('first.csv', [
    row('e1', '2023-01-05 10:00:00'),
    row('e2', '2023-03-05 10:00:00'),
    row('e3', 'never'),
    ...others,
  ]);
  await load('second.csv', [row('e1', '2023-01-05 10:00:00', '2023-06-02 00:00:00')]);
  await finishLoads(database);
  const stored = await storedCaller();
  const sought = [words.text, words.reply, words.address, words.number].map((word) => Buffer.from(word));
  for (const bytes of [...sought, stored]) expect(filesWith(bytes)).not.toEqual([]);
  const before = await everyFigure(database);

  const found = await output(erase('--caller', words.number, '--find'));
  expect(found).toMatchObject({ appeals: 2, versions: 2, rejected: 1 });
  const killed = erase('--caller', words.number, '--confirm', '--reason', 'asked for', '--by', 'test');
  while ((await readErasures(database)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  killed.kill('SIGKILL');
  await ended(killed);
  expect(await everyFigure(database)).toEqual(before);
  const resumed = await resumeErasures(database, key);
  expect(resumed.length === 1 || (await readErasures(database))[0]?.state === 'complete').toBe(true);

  expect(await everyFigure(database)).toEqual(before);
  expect(await unsoundness(database)).toEqual([]);
  expect(await clearAway(database, { pause })).toBe(true);
  for (const bytes of [...sought, stored])
    expect(filesWith(bytes).map((path) => path.slice(folder.length))).toEqual([]);
  const { rows } = await database.rows<{ id: string; text: string; caller: number }>({
    sql: `SELECT id, text, caller != 0 AS caller FROM appeal WHERE ${published} AND startsWith(id, 'e') ORDER BY id`,
  });
  expect(rows).toEqual([
    { id: 'e1', text: '', caller: 1 },
    { id: 'e2', text: '', caller: 1 },
  ]);
}, 400_000);

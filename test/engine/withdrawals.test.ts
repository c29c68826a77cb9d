import { text } from 'node:stream/consumers';
import { type Source, sourceOf } from '@hotline-atlas/city';
import { type Database, readPublication, type Statement } from '@hotline-atlas/clickhouse';
import { findFiles, finishLoads, ingest, listLoads, withdraw } from '@hotline-atlas/ingest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRiverton, published, type Riverton } from '../riverton.ts';
import { unsoundness } from '../soundness.ts';

let riverton: Riverton;
beforeAll(async () => {
  riverton = await openRiverton('withdrawals');
});
afterAll(() => riverton.close());

const file = (name: string, ...lines: string[]) => riverton.file(name, `${lines.join('\n')}\n`);

async function seen(database: Database): Promise<string[]> {
  const { rows } = await database.rows<{ said: string }>({
    sql: `SELECT concat(id, ' ', toString(day), ' ', topic1, ' ', status, ' ', text) AS said FROM appeal WHERE ${published} ORDER BY id`,
  });
  return rows.map(({ said }) => said);
}

async function standing(): Promise<string[]> {
  const lines = (await text(await listLoads(riverton.database))).trim().split('\n').slice(1);
  return lines.map((line) => {
    const [load, , , , ...rest] = line.replaceAll('"', '').split(',');
    return `${load}: ${rest.slice(0, 7).join(' ')}`;
  });
}

const header = 'id,received,updated,topic,district,status,text';
const first = () =>
  file(
    'first.csv',
    header,
    'x1,2023-05-01 10:00:00,2023-05-02 00:00:00,housing,north,received,one',
    'x2,2023-05-01 10:00:00,2023-05-02 00:00:00,housing,north,received,two',
  );
const second = () =>
  file(
    'second.csv',
    'id,received,updated,topic,status',
    'x1,2023-06-01 10:00:00,2023-05-03 00:00:00,transport,closed',
    'x3,2023-05-04 10:00:00,2023-05-04 00:00:00,transport,received',
    'x4,never,,,',
  );
const third = () =>
  file('third.csv', header, 'x2,2023-05-01 10:00:00,2023-05-03 00:00:00,housing,north,received,two');

const all = [
  'x1 2023-06-01 transport closed one',
  'x2 2023-05-01 housing received two',
  'x3 2023-05-04 transport received ',
];
const withoutSecond = ['x1 2023-05-01 housing received one', 'x2 2023-05-01 housing received two'];

test('loads are listed with what they brought', async () => {
  await riverton.load([first()]);
  await riverton.load([second()]);
  await riverton.load([third()]);
  expect(await seen(riverton.database)).toEqual(all);
  expect(await standing()).toEqual([
    '1: 2 2 0 2 0 0 counts',
    '2: 3 2 1 1 1 0 counts',
    expect.stringMatching(/: 1 1 0 0 0 1 counts$/),
  ]);
});

/** Whether a statement is of the lock, which beats by itself, or only clears away. */
const isOutside = ({ sql }: Statement): boolean => /^(DROP|INSERT INTO \{table)/.test(sql);

/** A database whose process dies with the n-th statement that writes. */
function dying(database: Database, after: number): Database {
  let left = after;
  const command = async (statement: Statement): Promise<void> => {
    if (!isOutside(statement) && left-- <= 0) throw new Error('killed');
    return database.command(statement);
  };
  return { ...database, command };
}

/** A database whose process dies as soon as a version is published. */
function dyingOncePublished(database: Database): Database {
  let isPublished = false;
  const command = async (statement: Statement): Promise<void> => {
    if (isPublished && !isOutside(statement)) throw new Error('killed');
    await database.command(statement);
    isPublished ||= statement.label === 'publish';
  };
  const insert: Database['insert'] = async (statement, body) => {
    if (isPublished) throw new Error('killed');
    return database.insert(statement, body);
  };
  return { ...database, command, insert };
}

test('a load taken back is as if it had never been loaded, wherever it was interrupted', async () => {
  const { database } = riverton;
  for (const after of [5, 8, 14]) {
    await expect(withdraw(dying(database, after), 2)).rejects.toThrow('killed');
    expect(await seen(database)).toEqual(all);
  }
  expect(await withdraw(database, 2)).toEqual({
    withdrawn: 2,
    file: expect.stringContaining('second.csv'),
    removed: 1,
    changed: 1,
  });
  expect(await seen(database)).toEqual(withoutSecond);
  expect((await standing())[1]).toBe('2: 3 2 1 1 1 0 withdrawn');
  expect(await unsoundness(database)).toEqual([]);
  await expect(withdraw(database, 2)).rejects.toThrow(/Load 2 \(.*second.csv\) does not count any more/);
  await expect(withdraw(database, 999)).rejects.toThrow(
    /There is no load 999: pnpm ingest --loads lists them/,
  );
});

test('what another load says too stays; the file loads again; without any load there are no appeals', async () => {
  const { database } = riverton;
  await expect(withdraw(dyingOncePublished(database), 1)).rejects.toThrow('killed');
  expect(await seen(database)).toEqual(['x2 2023-05-01 housing received two']);
  expect((await standing()).at(-1)).toMatch(/: 1 1 0 0 0 1 counts$/);
  expect(await riverton.load([second()])).toMatchObject({ added: 2, rejected: 1, unchanged: 0 });
  expect(await seen(database)).toEqual([
    'x1 2023-06-01 transport closed ',
    'x2 2023-05-01 housing received two',
    'x3 2023-05-04 transport received ',
  ]);
  expect((await standing()).at(-2)).toMatch(/: 1 1 0 1 0 0 counts$/);
  expect(await unsoundness(database)).toEqual([]);
  for (const line of await standing())
    if (line.endsWith('counts')) await withdraw(database, Number(line.split(':')[0]));
  await finishLoads(database);
  expect(await readPublication(database)).toBeNull();
  expect(await riverton.value('SELECT count() FROM appeal_version')).toBe(0);
  expect(await riverton.load([first()])).toMatchObject({ added: 2 });
  expect(await seen(database)).toEqual(withoutSecond);
  expect(await unsoundness(database)).toEqual([]);
}, 300_000);

test('a file under a mended mapping replaces what it said under the earlier one, and back', async () => {
  const { city, database } = riverton;
  const orders = sourceOf(city, 'orders');
  const path = file(
    'mapped.csv',
    `${header},came`,
    'm1,2023-07-01 10:00:00,2099-01-01 00:00:00,housing,north,1,a,2023-08-01 10:00:00',
    'm2,2023-07-01 10:00:00,2099-01-01 00:00:00,housing,north,2,b,unknown',
  );
  const as = async (source: Source) =>
    ingest({ database, city, source, files: (await findFiles([path])).files, callerKey: '0'.repeat(32) });
  const mapped = async () => (await seen(database)).filter((line) => line.startsWith('m'));
  const wrong: Source = {
    ...orders,
    fields: { ...orders.fields, received: { ...orders.fields.received, column: 'came' } as never },
  };
  expect(await as(orders)).toMatchObject({ added: 2 });
  const before = await mapped();
  expect(await as(wrong)).toMatchObject({ kept: 1, rejected: 1, corrected: 1, unchanged: 0 });
  expect(await mapped()).toEqual(['m1 2023-08-01 housing  a']);
  expect(await as(orders)).toMatchObject({ added: 1, corrected: 1, unchanged: 0 });
  expect(await mapped()).toEqual(before);
  expect(await as(orders)).toMatchObject({ unchanged: 1 });
  expect((await standing()).map((line) => line.split(' ').at(-1)).slice(-3)).toEqual([
    'replaced',
    'replaced',
    'counts',
  ]);
  expect(await unsoundness(database)).toEqual([]);
}, 300_000);

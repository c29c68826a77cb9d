import { acquireLock, type Database, readPublication, type Statement } from '@hotline-atlas/clickhouse';
import { completeYears, finishLoads } from '@hotline-atlas/ingest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, published, type Riverton } from '../riverton.ts';
import { unsoundness } from '../soundness.ts';

let riverton: Riverton;
let server: AtlasServer;
beforeAll(async () => {
  riverton = await openRiverton('editions');
  server = await serveRiverton(riverton);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const load = (day: number) =>
  riverton.load([
    riverton.file(
      `${day}.csv`,
      `id,received,topic,district,text\nd${day},2023-05-${String(day).padStart(2, '0')} 10:00:00,housing,south,lift\n`,
    ),
  ]);

async function newest() {
  const found = await readPublication(riverton.database);
  if (!found) throw new Error('nothing was published');
  const { edition, version, generations, years, published: at } = found;
  return { edition, version, at, generations: generations.length, years: years.length };
}

const question = '/api/query?metrics=appeals,resolution_rate&by=month,district';
/** The API looks for a newer edition of the data four times a second. */
const lookedUp = () => new Promise((go) => setTimeout(go, 400));
const ask = async (etag?: string) => {
  await lookedUp();
  const response = await server.fetch(question, etag ? { 'If-None-Match': etag } : {});
  return {
    status: response.status,
    etag: response.headers.get('etag') ?? '',
    text: await response.text(),
  };
};

test('a load is one version, in as many generations as there were loads', async () => {
  for (let day = 1; day <= 8; day++) await load(day);
  expect(await newest()).toMatchObject({ edition: 8, version: 8, generations: 8 });
});

/** A database whose process dies with the n-th statement that writes. */
function dying(database: Database, after: number): Database {
  let left = after;
  const command = async (statement: Statement): Promise<void> => {
    if (!/^(DROP|CREATE TABLE \{table|INSERT INTO \{table)/.test(statement.sql) && left-- <= 0)
      throw new Error('killed');
    return database.command(statement);
  };
  return { ...database, command };
}

test('killed while it folds, nothing has changed; what it left behind does not count', async () => {
  const before = await newest();
  for (const after of [1, 8]) {
    await expect(finishLoads(dying(riverton.database, after))).rejects.toThrow('killed');
    expect(await newest()).toEqual(before);
    expect(await unsoundness(riverton.database)).toEqual([]);
  }
});

test('answers that are held outlive folding and sums of years: another edition of the same version', async () => {
  const before = await newest();
  const first = await ask();
  expect(first.status).toBe(200);
  await finishLoads(riverton.database);
  const folded = await newest();
  expect(folded).toEqual({ ...before, edition: before.edition + 1, generations: 1 });
  expect((await ask(first.etag)).status).toBe(304);
  const lock = await acquireLock(riverton.database, 'ingest');
  await completeYears(riverton.database, lock, { worthwhile: 1 }).finally(() => lock.release());
  expect(await newest()).toEqual({ ...folded, edition: folded.edition + 3, years: 1 });
  expect((await ask(first.etag)).status).toBe(304);
  expect(await ask()).toEqual(first);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('a load changes figures, and so answers; a year whose months are only folded stays summed up', async () => {
  const held = await ask();
  await load(9);
  const { status, etag, text } = await ask(held.etag);
  expect({ status, isOther: etag !== held.etag && text !== held.text }).toEqual({
    status: 200,
    isOther: true,
  });
  expect((await newest()).years).toBe(0);
  for (let day = 10; day <= 16; day++) await load(day);
  const lock = await acquireLock(riverton.database, 'ingest');
  await completeYears(riverton.database, lock, { worthwhile: 1, now: new Date('2100-01-01') }).finally(() =>
    lock.release(),
  );
  const summedUp = await newest();
  expect(summedUp).toMatchObject({ generations: 9, years: 1 });
  await finishLoads(riverton.database);
  expect(await newest()).toEqual({ ...summedUp, edition: summedUp.edition + 1, generations: 2 });
  expect(await riverton.value(`SELECT count() FROM appeal WHERE ${published}`)).toBe(16);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

test('old editions are emptied, and loads of theirs still count', async () => {
  await riverton.database.command({
    sql: `INSERT INTO publication SELECT p.* REPLACE (p.edition + number AS edition, now64(3) - INTERVAL 1 HOUR AS arranged, [] AS loads)
FROM numbers(1, 40) AS n CROSS JOIN (SELECT * FROM newest_edition) AS p`,
  });
  await finishLoads(riverton.database);
  expect(await riverton.value('SELECT count() FROM publication WHERE notEmpty(generations)')).toBeLessThan(
    30,
  );
  expect(await riverton.value('SELECT count() FROM counting_load')).toBe(16);
  expect(await riverton.value(`SELECT count() FROM appeal WHERE ${published}`)).toBe(16);
  expect(await unsoundness(riverton.database)).toEqual([]);
});

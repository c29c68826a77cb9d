import { sourceOf } from '@hotline-atlas/city';
import {
  acquireLock,
  type Completeness,
  type Database,
  readNewestPublication,
  type Statement,
} from '@hotline-atlas/clickhouse';
import { completeYears, findFiles, finishLoads, ingest } from '@hotline-atlas/ingest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { randomAppealsSql } from '../random-appeals.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let server: AtlasServer;

beforeAll(async () => {
  riverton = await openRiverton('after_load');
  const { body } = await riverton.database.bytes({ sql: randomAppealsSql(6_000) });
  await riverton.load([riverton.file('random.csv', body)]);
  server = await serveRiverton(riverton);
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const questions = [
  'metrics=appeals,resolution_rate,median_hours_to_close',
  'metrics=appeals,callers&by=district',
  'metrics=appeals&by=month&where=topic1:housing',
  'metrics=appeals,satisfaction_rate&by=day_of_week,hour_of_day&where=channel:phone',
  'metrics=median_hours_to_close&by=cell&resolution=8&limit=50&order=-median_hours_to_close',
  'metrics=appeals&by=kind&compare=year',
];

/** Figures of every question, as they are read now, and of which version they are. */
async function figures(of: AtlasServer = server) {
  const asked = questions.map(async (question) => {
    const response = await of.fetch(`/api/query?${question}`, { 'Cache-Control': 'no-store' });
    const { rows, meta } = (await response.json()) as { rows: unknown; meta: { as_of: unknown } };
    return { rows, as_of: meta.as_of };
  });
  return Promise.all(asked);
}

const completeness = async (of: AtlasServer = server) =>
  (await of.json<{ completeness: Completeness }>('/api/health')).completeness;

/** Publishes an edition that has no rollup but those of the first screen. */
async function forgetRollups(): Promise<void> {
  await riverton.database.command({
    sql: `INSERT INTO publication SELECT * REPLACE (edition + 1 AS edition,
  mapFilter((table, held) -> table IN ('appeal', 'rollup_month_area', 'rollup_month_district'), rows) AS rows, [] AS years)
FROM newest_edition`,
  });
}

/** A database that asks every question now and then while rollups are filled, and how often it did. */
function asking(known: unknown) {
  let [filled, asked] = [0, 0];
  const command = async (statement: Statement): Promise<void> => {
    await riverton.database.command(statement);
    if (!statement.label?.startsWith('rollup_') || filled++ % 9 > 0) return;
    asked += 1;
    expect(await figures()).toEqual(known);
  };
  const database: Database = { ...riverton.database, command };
  return { database, asked: () => asked };
}

test('figures are the same before, during and after tables are summed up, and the API tells how far it is', async () => {
  const whole = await completeness();
  expect(whole).toMatchObject({ complete: true, years: { done: 0, of: 0 } });
  const known = await figures();
  await forgetRollups();
  await expect.poll(() => completeness()).toMatchObject({ complete: false, tables: { done: 2 } });
  expect(await figures()).toEqual(known);
  const watched = asking(known);
  await finishLoads(watched.database);
  const lock = await acquireLock(riverton.database, 'ingest');
  await completeYears(riverton.database, lock, { worthwhile: 1 }).finally(lock.release);
  expect(watched.asked()).toBeGreaterThan(1);
  await expect.poll(() => completeness()).toMatchObject({ tables: whole.tables, complete: true });
  expect(await figures()).toEqual(known);
  expect((await readNewestPublication(riverton.database))?.years).not.toEqual([]);
}, 240_000);

test('while a new version is being written, readers keep the whole version before, with its moment', async () => {
  const known = await figures();
  const { body } = await riverton.database.bytes({ sql: randomAppealsSql(6_500) });
  const { city } = riverton;
  const { database, asked } = asking(known);
  const found = await findFiles([riverton.file('more.csv', body)]);
  const source = sourceOf(city, 'orders');
  const report = await ingest({ database, city, source, ...found, callerKey: '0'.repeat(32) });
  expect([report.added, asked() > 1]).toEqual([500, true]);
  await expect.poll(async () => (await figures())[0]?.as_of).not.toEqual(known[0]?.as_of);
}, 240_000);

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCity } from '@hotline-atlas/city';
import type { Alarms, Change, Evaluation, Rates } from '@hotline-atlas/model';
import { synthesize, type Truth } from '@hotline-atlas/synthetic';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, published, type Riverton } from '../riverton.ts';

/** As many appeals a day as in a demonstration of 300,000. */
const [appeals, from, to] = [46_000, '2025-09', '2026-12-01'];
const city = readCity(fileURLToPath(new URL('../../cities', import.meta.url)), 'beijing');

let beijing: Riverton;
let server: AtlasServer;
let truth: Truth;
const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-story-'));

beforeAll(async () => {
  beijing = await openRiverton('demonstrated_story', city);
  const { database } = beijing;
  const made = await synthesize({ database, city, appeals, out: folder, from, to, story: true });
  await beijing.load(made.files, 'synthetic');
  truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
  server = await serveRiverton(beijing);
}, 600_000);

afterAll(async () => {
  await server?.close();
  await beijing?.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = async <Row>(sql: string, parameters = {}) =>
  (await beijing.database.rows<Row>({ sql, parameters })).rows;

test('orders at the end are open, overdue and reopened in believable shares, and old ones are closed', async () => {
  const [now] = await rows<Record<'orders' | 'open' | 'overdue' | 'old' | 'reopened' | 'wrong', number>>(
    `SELECT countIf(handling = 'dispatched') AS orders, countIf(isOpen) AS open, countIf(isOpen AND due < end) AS overdue,
      countIf(isOpen AND received < end - toIntervalDay(60)) AS old, countIf(status = 'reopened') AS reopened,
      countIf(status = 'reopened' AND (NOT isOpen OR visited = 0 OR resolved != 'no' OR due <= visited)) AS wrong
FROM (SELECT *, handling = 'dispatched' AND closed = 0 AS isOpen, toDateTime('2026-11-30 16:00:00', 'UTC') AS end
      FROM appeal WHERE ${published})`,
  );
  const { orders = 0, open = 0, overdue = 0, old = 0, reopened = 0, wrong = 1 } = now ?? {};
  expect(open / orders).toBeGreaterThan(0.003);
  expect(open / orders).toBeLessThan(0.02);
  expect(overdue / open).toBeGreaterThan(0.05);
  expect(overdue / open).toBeLessThan(0.25);
  expect(old / orders).toBeLessThan(0.001);
  expect(reopened).toBeGreaterThan(2);
  expect(reopened / open).toBeLessThan(0.15);
  expect(wrong).toBe(0);
}, 60_000);

test('the estate has few addresses and many callers, a matter one of each', async () => {
  const listed = readFileSync(join(folder, 'outbreak-appeals.csv'), 'utf8').trim().split('\n').slice(1);
  const found = (outbreak: number | null | undefined) => {
    const ids = listed.filter((line) => line.startsWith(`${outbreak},`)).map((line) => line.split(',')[1]);
    return rows<{ appeals: number; addresses: number; callers: number }>(
      `SELECT count() AS appeals, uniqExact(address) AS addresses, uniqExact(caller) AS callers FROM appeal
WHERE ${published} AND id IN {ids:Array(String)} AND subdistrict != ''`,
      { ids },
    );
  };
  const [estate] = await found(truth.story?.outbreak);
  expect(estate?.addresses).toBeLessThanOrEqual(3);
  expect(estate?.callers).toBeGreaterThan(15);
  const matter = truth.story?.matters.find(({ calls }) => calls >= 4);
  const [again] = await found(matter?.outbreak);
  expect(again).toMatchObject({ addresses: 1, callers: 1 });
}, 60_000);

test('the alarms of the last day tell the outbreak, and little else', async () => {
  const { alarms } = await server.json<Alarms>('/api/alarms?as_of=2026-11-30');
  const told = alarms.find(({ area }) => area.code === '110114' || area.code === '110114009');
  expect(told?.topic.code).toMatch(/^utilities/);
  expect(alarms.length).toBeLessThan(6);
}, 120_000);

test('the district that improves is beyond chance in its quarter', async () => {
  const change = await server.json<Change>(
    '/api/change?metric=resolution_rate&where=district:110108&from=2026-09-01&to=2026-12-01',
  );
  expect(change.whole?.change).toBeGreaterThan(0.04);
  expect(change.whole?.p).toBeLessThan(0.01);
}, 120_000);

test('the unit that slips is told from chance among all units, on enough orders to be judged', async () => {
  const { groups } = await server.json<Rates>(
    '/api/rates?metric=on_time_rate&by=unit&from=2026-10-01&to=2026-12-01',
  );
  const at = groups.group.indexOf('110105-housing');
  expect(groups.denominator[at]).toBeGreaterThan(30);
  expect(groups.rate[at]).toBeLessThan(0.7);
  expect(groups.verdict[at]).toBe('lower');
}, 120_000);

test('the newest whole month is evaluated', async () => {
  const { meta, units } = await server.json<Evaluation>('/api/evaluation?month=2026-11');
  expect(meta.scheme.name).toBe('example-2026');
  expect(units.unit.length).toBeGreaterThan(0);
}, 120_000);

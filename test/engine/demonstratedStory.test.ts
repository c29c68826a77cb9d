import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCity } from '@hotline-atlas/city';
import type {
  Alarms,
  Change,
  Evaluation,
  EvaluationMonth,
  MonthlyTopics,
  Objections,
  Rates,
} from '@hotline-atlas/model';
import { plantEvaluation } from '@hotline-atlas/start';
import { openTestStore, type TestStore } from '@hotline-atlas/store/testing';
import { synthesize, type Truth } from '@hotline-atlas/synthetic';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, published, type Riverton } from '../riverton.ts';

/** As many appeals a day as in a demonstration of 300,000. */
const [appeals, from, to] = [46_000, '2025-09', '2026-12-01'];
const city = readCity(fileURLToPath(new URL('../../cities', import.meta.url)), 'beijing');

let beijing: Riverton;
let server: AtlasServer;
let store: TestStore;
let truth: Truth;
const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-story-'));

beforeAll(async () => {
  [beijing, store] = await Promise.all([openRiverton('demonstrated_story', city), openTestStore()]);
  const { database } = beijing;
  const made = await synthesize({ database, city, appeals, out: folder, from, to, story: true });
  await beijing.load(made.files, 'synthetic');
  truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
  server = await serveRiverton(beijing, { store });
}, 600_000);

afterAll(async () => {
  await server?.close();
  await beijing?.close();
  await store?.close();
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

/** Plants a life of months; what is told. */
async function plant(): Promise<string[]> {
  const told: string[] = [];
  const step = () => ({ update: () => undefined, done: () => undefined, stop: () => undefined });
  const { signal } = new AbortController();
  const progress = { say: (line: string) => told.push(line), step };
  await plantEvaluation({ database: beijing.database, city, store, signal }, progress);
  return told;
}

test('a final month, one that takes objections and a topic under way are planted, once', async () => {
  const month = async (name: string) => server.json<EvaluationMonth>(`/api/evaluation/month${name}`);
  expect(await plant()).toEqual([expect.stringContaining('made up')]);
  const open = await month('');
  expect(open).toMatchObject({ state: 'objections', takes_objections: true });
  expect(open.objections.open).toBeGreaterThan(1);
  const before = new Date(Date.parse(`${open.month}-01`) - 86_400_000).toISOString().slice(0, 7);
  const final = await month(`?month=${before}`);
  expect(final).toMatchObject({ state: 'final', frozen: true, objections: { open: 0 } });
  expect(Math.min(final.objections.upheld, final.objections.rejected)).toBeGreaterThan(1);
  expect(final.history.every(({ who }) => who.startsWith('demonstration'))).toBe(true);
  const { units } = await server.json<Evaluation>(`/api/evaluation?month=${before}`);
  const effect = units.unit.map((_, at) => [units.base_before[at], units.base[at]]);
  expect(effect.some(([were, are]) => Number(were) > Number(are))).toBe(true);
  const { objections } = await server.json<Objections>(`/api/evaluation/objections?month=${before}`);
  expect(objections.every(({ text }) => /^Made up.*编造/.test(text))).toBe(true);
  const { topics } = await server.json<MonthlyTopics>('/api/monthly-topics');
  expect(topics).toEqual([
    expect.objectContaining({ state: 'under_way', frozen: expect.anything(), month: expect.any(String) }),
  ]);
  expect(topics[0]?.tasks.length).toBeGreaterThan(1);
  expect(await plant()).toEqual([]);
  expect((await month('')).revision).toBe(open.revision);
}, 300_000);

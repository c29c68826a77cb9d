import { anyone, type Person } from '@hotline-atlas/access';
import { createApp, type Listening, listen } from '@hotline-atlas/api';
import { readConfiguration } from '@hotline-atlas/clickhouse';
import type { Page } from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import { createErasing } from '@hotline-atlas/start';
import { openTestStore } from '@hotline-atlas/store/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRiverton, type Riverton } from '../riverton.ts';
import { openAccounts, signedIn } from '../signed-in.ts';

const key = '0'.repeat(32);
let riverton: Riverton;
let server: Listening;
let person: Person = anyone;
const stopping = new AbortController();

beforeAll(async () => {
  riverton = await openRiverton('erasure_route');
  const { database, city } = riverton;
  await riverton.load([
    riverton.file(
      'orders.csv',
      `id,received,topic,caller,text
a1,2023-05-01 10:00:00,housing,13900000001,the boiler of mrs smith
a2,2023-05-02 10:00:00,housing,13900000001,the boiler again
a3,2023-05-03 10:00:00,housing,13900000002,another boiler
`,
    ),
  ]);
  const configuration = readConfiguration({ CALLER_KEY: key }, '/');
  const { erasures } = createErasing({ configuration, database, city }, () => undefined, stopping.signal);
  const app = createApp({ database, city, erasures, log: () => undefined, personOf: () => person });
  server = await listen(app, 0);
});
afterAll(async () => {
  stopping.abort();
  await server.close();
  await riverton.close();
});

const post = (body: unknown, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
  fetch(`http://127.0.0.1:${server.port}/api/erasures`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const get = async <Body>(path: string): Promise<Body> =>
  (await (await fetch(`http://127.0.0.1:${server.port}${path}`)).json()) as Body;
const searched = async () => (await get<Page>('/api/appeals?q=boiler')).rows.map(({ id }) => id);

test('what is no request is refused, and says which field', async () => {
  expect((await post({ caller: '1' }, { 'Content-Type': 'text/plain' })).status).toBe(415);
  expect((await post('{')).status).toBe(415);
  expect((await post({ caller: 'x'.repeat(70_000) })).status).toBe(413);
  for (const [body, parameter] of [
    [{ caller: '1', wipe: true }, 'wipe'],
    [{ caller: '1', ids: ['a1'] }, 'caller'],
    [{}, 'caller'],
    [{ caller: '1', grade: 'all' }, 'grade'],
    [{ caller: '1', confirm: true }, 'reason'],
    [{ ids: Array.from({ length: 101 }, (_, at) => `a${at}`) }, 'ids'],
  ] as const) {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ parameter });
  }
  expect(
    (await post({ caller: '1' }, { 'Content-Type': 'application/json', Origin: 'http://evil.example' }))
      .status,
  ).toBe(403);
});

test('only whoever may erase does', async () => {
  person = { ...anyone, may: new Set(['keep', 'export']) };
  expect((await post({ caller: '13900000001' })).status).toBe(403);
  expect((await fetch(`http://127.0.0.1:${server.port}/api/erasures`)).status).toBe(403);
  person = anyone;
});

test('what appeals are about is told only to whoever sees all of them', async () => {
  const found = async (scope: Person['scope']) => {
    person = { ...anyone, scope };
    return (await (await post({ ids: ['a1', 'a9'] })).json()) as unknown;
  };
  const counts = { appeals: 1, versions: expect.any(Number), rejected: 0, unknown: ['a9'] };
  const newest = [{ id: 'a1', day: '2023-05-01', topic1: 'housing', topic2: '' }];
  expect(await found(anyone.scope)).toEqual({ found: { ...counts, newest }, erasure: null });
  for (const scope of [null, scopedTo(['north'])])
    expect(await found(scope)).toEqual({ found: { ...counts, newest: null }, erasure: null });
  person = anyone;
});

test('with accounts, whoever looks for a person is written down without the number, or gets no answer', async () => {
  const { database, city } = riverton;
  const store = await openTestStore();
  const access = await openAccounts(store, city);
  const headers = {
    ...(await signedIn(access, 'boss', 'administrator')),
    'Content-Type': 'application/json',
  };
  const configuration = readConfiguration({ CALLER_KEY: key }, '/');
  const { erasures } = createErasing({ configuration, database, city }, () => undefined, stopping.signal);
  const kept = await listen(createApp({ database, city, store, access, erasures, log: () => undefined }), 0);
  const ask = async (body: unknown) => {
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`http://127.0.0.1:${kept.port}/api/erasures`, sent);
    return { status: response.status, body: await response.text() };
  };
  const entries = async () => (await access.audit.read({ event: 'appeals-sought', limit: 9 })).entries;
  try {
    expect((await ask({ caller: '13900000001' })).status).toBe(200);
    expect((await ask({ ids: ['a1', 'a9', 'a1'] })).status).toBe(200);
    expect((await ask({ caller: '13900000001' })).status).toBe(200);
    const [again, ids, caller] = await entries();
    const hash = expect.stringMatching(/^[\w-]{22}$/);
    expect(caller).toMatchObject({
      who: 'boss',
      detail: { of: 'caller', asked: 1, hashes: [hash], appeals: 2, rejected: 0 },
    });
    expect(again?.detail).toEqual(caller?.detail);
    expect(ids?.detail).toMatchObject({ of: 'ids', asked: 3, hashes: [hash, hash, hash], appeals: 1 });
    expect(JSON.stringify([caller, ids])).not.toMatch(/13900000001|"a[19]"/);
    await sql`ALTER TABLE audit_entry RENAME TO elsewhere`.execute(store.database);
    const refused = await ask({ caller: '13900000001' });
    expect([refused.status, refused.body.includes('appeals')]).toEqual([500, false]);
  } finally {
    await kept.close();
    await store.close();
  }
});

test('appeals are found, erased in the background, and told in the ledger', async () => {
  const found = await post({ caller: '13900000001' });
  expect(found.status).toBe(200);
  expect(await found.json()).toMatchObject({ found: { appeals: 2, unknown: [] }, erasure: null });
  expect(await searched()).toEqual(['a3', 'a2', 'a1']);
  const begun = await post({ caller: '13900000001', reason: 'asked for', confirm: true });
  expect(begun.status).toBe(202);
  const { erasure } = (await begun.json()) as { erasure: { id: string } };
  expect(erasure).toMatchObject({ who: 'anyone', grade: 'texts', of: 'caller', appeals: 2, state: 'begun' });
  await expect
    .poll(async () => (await get<{ erasures: unknown[] }>('/api/erasures')).erasures[0], { timeout: 60_000 })
    .toMatchObject({ id: erasure.id, state: 'complete', reason: 'asked for' });
  await expect.poll(searched).toEqual(['a3']);
  expect(await get('/api/query?metrics=appeals')).toMatchObject({ rows: [{ appeals: 3 }] });
  const nobody = await post({ caller: '13999999999', reason: 'asked for', confirm: true });
  expect([nobody.status, await nobody.json()]).toEqual([200, { found: null, erasure: null }]);
});

test('a running server blanks what is due, once a day and only where the city says so', async () => {
  const { database, city } = riverton;
  const configuration = readConfiguration({ CALLER_KEY: key }, '/');
  const told: string[] = [];
  const ending = new AbortController();
  const say = (words: string) => {
    told.push(words);
    ending.abort();
  };
  await createErasing({ configuration, database, city }, say, ending.signal).keepErased();
  expect([told, await searched()]).toEqual([[], ['a3']]);
  const keeping = { ...city, retention: { texts: 'P1Y' } };
  await createErasing({ configuration, database, city: keeping }, say, ending.signal).keepErased();
  expect(told).toEqual(['blanked what is kept no longer: texts of 3 appeals, callers of 0']);
  await expect.poll(searched).toEqual([]);
  expect(await get('/api/query?metrics=appeals,callers')).toMatchObject({
    rows: [{ appeals: 3, callers: 2 }],
  });
});

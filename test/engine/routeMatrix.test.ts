import { setTimeout } from 'node:timers/promises';
import type { Access } from '@hotline-atlas/access';
import { createApp, type Listening, listen } from '@hotline-atlas/api';
import { readConfiguration } from '@hotline-atlas/clickhouse';
import type { Page } from '@hotline-atlas/model';
import { createErasing } from '@hotline-atlas/start';
import { openTestStore, type TestStore } from '@hotline-atlas/store/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRiverton, type Riverton } from '../riverton.ts';
import {
  type Asker,
  addressesOf,
  type Document,
  type Expected,
  expectedOf,
  type Method,
  mayOf,
  methods,
  ofAppeals,
  openToAll,
  operationAt,
} from '../route-table.ts';
import { type Duty, openAccounts, signedIn } from '../signed-in.ts';

let riverton: Riverton;
let store: TestStore;
let server: Listening;
let document: Document;
let access: Access;
const askers: Asker[] = [];

const header = 'id,received,closed,topic,district,subdistrict,latitude,longitude,channel,handling,text';
const perDistrict = { north: 60, south: 90 };
const row = (district: 'north' | 'south', at: number): string => {
  const day = new Date(Date.UTC(2023, 0, 1 + (at % 31))).toISOString().slice(0, 10);
  const place = district === 'north' ? 'north-east,39.75,116.75' : 'south-west,39.25,116.25';
  return `kranich-${district}-${at},${day} 10:00:00,${day} 15:00:00,housing,${district},${place},phone,dispatched,gesang of the ${district}`;
};

/** Nothing of the matrix sends a body, so nothing is erased. */
const unasked = () => Promise.reject(new Error('a person was erased'));

async function addAskers(): Promise<void> {
  access = await openAccounts(store, riverton.city);
  const all = ['north', 'south'];
  const people: [string, string, readonly string[], Duty?][] = [
    ['leader', 'leader', all],
    ['official-north', 'official', ['north'], { districts: ['north'] }],
    ['official-south', 'official', ['south'], { districts: ['south'] }],
    ['official-both', 'official', all, { districts: all }],
    ['researcher', 'researcher', all, { project: 'study' }],
    ['operator', 'operator', all],
    ['boss', 'administrator', []],
  ];
  for (const [name, role, sees, duty] of people) {
    const headers = await signedIn(access, name, role, duty);
    const may = mayOf[role] ?? [];
    const texts = sees.length > 0 && role !== 'researcher';
    askers.push({ name, headers, known: true, by: 'session', sees, texts, may });
    if (!may.includes('token')) continue;
    const owner = await access.personOf({ cookie: headers.Cookie });
    if (!owner) throw new Error(`${name} is not signed in`);
    const { token } = await access.tokens.make({ name: 'script', days: 1, districts: [], texts }, owner);
    const bearer = { Authorization: `Bearer ${token}` };
    askers.push({
      name: `${name} by token`,
      headers: bearer,
      known: true,
      by: 'token',
      sees,
      texts,
      may: ['export'],
    });
  }
  const nobody = { known: false, by: 'nobody', sees: [], texts: false, may: [] } as const;
  askers.push({ name: 'nobody', headers: {}, ...nobody });
  askers.push({
    name: 'a token that is none',
    headers: { Authorization: `Bearer ha_${'x'.repeat(43)}` },
    ...nobody,
  });
  const disabled = await signedIn(access, 'disabled', 'leader');
  await access.accounts.change('disabled', { disabled: true }, 'console');
  askers.push({ name: 'disabled', headers: disabled, ...nobody });
  const emperor = await signedIn(access, 'emperor', 'leader');
  await store.database
    .updateTable('account')
    .set({ role: 'emperor' })
    .where('login', '=', 'emperor')
    .execute();
  askers.push({ ...nobody, name: 'of an unknown role', headers: emperor, known: true, by: 'session' });
  const { database, city } = riverton;
  const configuration = readConfiguration({ CALLER_KEY: '0'.repeat(32) }, '/');
  const ended = AbortSignal.abort();
  const { erasures } = createErasing({ configuration, database, city }, () => undefined, ended);
  server = await listen(
    createApp({
      ...{ database, city, store, access, erasures, log: () => undefined },
      exports: { running: 20 },
      erasures: { list: async () => [], find: unasked, begin: unasked },
    }),
    0,
  );
}

beforeAll(async () => {
  [riverton, store] = await Promise.all([openRiverton('route_matrix'), openTestStore()]);
  const rows = (['north', 'south'] as const).flatMap((district) =>
    Array.from({ length: perDistrict[district] }, (_, at) => row(district, at)),
  );
  await riverton.load([riverton.file('rows.csv', `${header}\n${rows.join('\n')}\n`)]);
  await addAskers();
  const leader = askers.find(({ name }) => name === 'leader');
  document = await (await fetch(`${server.url}/api/openapi.json`, { headers: leader?.headers ?? {} })).json();
}, 120_000);
afterAll(async () => {
  await server.close();
  await riverton.close();
  await store.close();
});

/** Whether nothing of an appeal is told that an asker does not see. */
function hides(body: string, { sees, texts }: Asker): boolean {
  const unseen = ['north', 'south'].filter((district) => !sees.includes(district));
  const telling = [
    ...unseen.flatMap((one) => [`kranich-${one}`, `gesang of the ${one}`]),
    ...(texts ? [] : ['gesang']),
  ];
  return !telling.some((word) => body.includes(word));
}

const told: Record<Exclude<Expected, 'let in'>, string> = {
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  405: 'wrong-method',
};

/** An answer; of a server that is busy the one it gives later. */
async function answerOf(path: string, method: Method, { headers }: Asker) {
  for (let tries = 0; ; tries++) {
    const response = await fetch(`${server.url}${path}`, { method, headers, redirect: 'manual' });
    const { status } = response;
    const body = await response.text();
    const isBusy = status === 503 && (method === 'HEAD' || body.includes('problem:busy'));
    if (!isBusy || tries > 20) return { status, body };
    await setTimeout(250);
  }
}

/** What is wrong with an answer; null where nothing is. */
async function wrongWith(path: string, method: Method, asker: Asker): Promise<string | null> {
  const expected = expectedOf(document, path, method, asker);
  const { status, body } = await answerOf(path, method, asker);
  const said = `${method} ${path} for ${asker.name}: ${status} instead of ${expected}`;
  if (status >= 500) return `${said}: ${body.slice(0, 200)}`;
  if (!hides(body, asker)) return `${said}: tells what is out of scope`;
  if (method === 'HEAD' && body !== '') return `${said}: a body`;
  if (expected === 'let in')
    return [401, 403, 405].includes(status) ? `${said}: ${body.slice(0, 200)}` : null;
  if (status !== expected) return `${said}: ${body.slice(0, 200)}`;
  return method === 'HEAD' || body.includes(`problem:${told[expected]}`)
    ? null
    : `${said}: ${body.slice(0, 200)}`;
}

/** Asks many things, some at once. */
async function askAll(asked: readonly [string, Method, Asker][]): Promise<string[]> {
  const left = [...asked];
  const wrong: string[] = [];
  const one = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const found = await wrongWith(...next);
      if (found) wrong.push(found);
    }
  };
  await Promise.all(Array.from({ length: 12 }, one));
  return wrong;
}

const endsSessions = (path: string): boolean => /^\/api\/sign-out/i.test(path);

test('nothing is open to everybody but signing in, and whatever is made of appeals asks for a scope', () => {
  const open = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => operation['x-permission'].length === 0)
      .map(([method]) => `${method} ${path}`),
  );
  expect(open.sort()).toEqual(openToAll);
  for (const path of ofAppeals) expect(document.paths[path]?.get?.['x-permission'], path).toContain('data');
});

test('every address with every method answers everybody as the table says, within their scope', async () => {
  const asked = addressesOf(document).flatMap((path) =>
    methods.flatMap((method) => askers.map((asker): [string, Method, Asker] => [path, method, asker])),
  );
  const before = asked.filter(([path]) => !endsSessions(path));
  const wrong = await askAll(before);
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(before.length).toBeGreaterThan(10_000);
  const known = before.filter(([path]) => operationAt(document, path));
  expect(known.length).toBeGreaterThan(5000);
}, 240_000);

test('health tells nothing but itself to whoever sees no appeals', async () => {
  for (const asker of askers) {
    const answer = await fetch(`${server.url}/api/health`, { headers: asker.headers });
    const told = await answer.json();
    expect(answer.status, asker.name).toBe(200);
    if (asker.sees.length === 0) expect(told, asker.name).toEqual({ status: 'ok', city: 'riverton' });
    else expect(told, asker.name).toMatchObject({ status: 'ok', version: expect.any(Number) });
  }
});

test('what each sees adds up to their districts', async () => {
  for (const asker of askers.filter(({ sees }) => sees.length > 0)) {
    const answer = await fetch(`${server.url}/api/query?metrics=appeals`, { headers: asker.headers });
    const { rows } = (await answer.json()) as { rows: { appeals: number }[] };
    const expected = (['north', 'south'] as const)
      .filter((district) => asker.sees.includes(district))
      .reduce((sum, district) => sum + perDistrict[district], 0);
    expect(rows[0]?.appeals, asker.name).toBe(expected);
  }
});

test('texts that are opened are written down, or not opened', async () => {
  const ask = async (name: string, asked = 'where=district:north') => {
    const headers = askers.find((asker) => asker.name === name)?.headers ?? {};
    const answer = await fetch(`${server.url}/api/appeals?${asked}&limit=2`, { headers });
    return { status: answer.status, body: await answer.text() };
  };
  const newest = async () => (await access.audit.read({ event: 'texts-opened', limit: 1 })).entries[0];
  expect((await ask('leader')).status).toBe(200);
  const entry = await newest();
  expect(entry).toMatchObject({ who: 'leader', detail: { asked: 'where=district%3Anorth', records: 2 } });
  expect((await ask('researcher')).status).toBe(200);
  expect(await newest()).toEqual(entry);
  await ask('leader', 'id=kranich-north-7');
  expect(await newest()).toMatchObject({ detail: { asked: 'id=kranich-north-7', records: 1 } });
  const { body } = await ask('leader', 'q=gesang');
  const searched = await newest();
  expect(searched?.detail).toMatchObject({ asked: expect.stringMatching(/^words=[\w-]{22}$/), records: 2 });
  await ask('leader', `q=gesang&cursor=${(JSON.parse(body) as Page).meta.next_cursor}`);
  const next = await newest();
  expect([next?.number, next?.detail]).toEqual([(searched?.number ?? 0) + 1, searched?.detail]);
  await ask('leader', 'q=gesangbuch');
  expect(await newest()).toEqual(next);
  await sql`ALTER TABLE audit_entry RENAME TO elsewhere`.execute(store.database);
  const refused = await ask('leader');
  expect([refused.status, refused.body.includes('gesang')]).toEqual([500, false]);
  expect((await ask('researcher')).status).toBe(200);
  await sql`ALTER TABLE elsewhere RENAME TO audit_entry`.execute(store.database);
  expect((await ask('leader')).status).toBe(200);
  expect(await access.checkAudit()).toMatchObject({ broken: null });
});

test('signing out is open to everybody, and ends the session of whoever does', async () => {
  const asked = askers.map((asker): [string, Method, Asker] => ['/api/sign-out', 'POST', asker]);
  expect(await askAll(asked)).toEqual([]);
  for (const { name, headers } of askers.filter(({ by }) => by === 'session')) {
    const answer = await fetch(`${server.url}/api/query?metrics=appeals`, { headers });
    expect(answer.status, name).toBe(401);
  }
});

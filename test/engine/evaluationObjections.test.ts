import type { Access } from '@hotline-atlas/access';
import { createApp, type Listening, listen } from '@hotline-atlas/api';
import type { AuditEntry, Evaluation, Objection, Objections, Problem } from '@hotline-atlas/model';
import { openTestStore, type TestStore } from '@hotline-atlas/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storyFile } from '../evaluated-riverton.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { openAccounts, signedIn } from '../signed-in.ts';

let riverton: Riverton;
let store: TestStore;
let server: Listening;
let access: Access;
const headers: Record<string, Record<string, string>> = {};

beforeAll(async () => {
  [riverton, store] = await Promise.all([openRiverton('evaluation_objections'), openTestStore()]);
  await riverton.load([riverton.file('story.csv', storyFile())]);
  access = await openAccounts(store, riverton.city);
  const people = [
    ['north', 'official', { districts: ['north'] }],
    ['south', 'official', { districts: ['south'] }],
    ['eva', 'evaluator', {}],
    ['lin', 'leader', {}],
    ['study', 'researcher', { project: 'study' }],
    ['boss', 'administrator', {}],
  ] as const;
  for (const [name, role, duty] of people)
    headers[name] = await signedIn(access, name, role, {
      ...duty,
      districts: [...('districts' in duty ? duty.districts : [])],
    });
  const owner = await access.personOf({ cookie: headers.eva?.Cookie });
  if (!owner) throw new Error('eva is not signed in');
  const { token } = await access.tokens.make({ name: 'script', days: 1, districts: [], texts: true }, owner);
  headers['a token of eva'] = { Authorization: `Bearer ${token}` };
  const { database, city } = riverton;
  server = await listen(createApp({ database, city, store, access, log: () => undefined }), 0);
}, 120_000);
afterAll(async () => {
  await server.close();
  await store.close();
  await riverton.close();
});

async function send<Body = Problem>(who: string, path: string, body?: object) {
  const response = await fetch(`http://127.0.0.1:${server.port}/api/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { ...headers[who], ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

const order = (at: number) => `2024-03-north-east-${at}`;
const objection = (at: number, rest: object = {}) => ({
  ...{ month: '2024-03', group: 'district', unit: 'north', order: order(at) },
  ...{ reason: 'duplicate', text: 'the same twice', ...rest },
});
const upheld = { decision: 'upheld', effect: 'excluded', reason: 'so it is' };
const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
const open = { month: '2024-03', step: 'open', revision: 0, objections_until: until };

async function uphold(at: number, decision: object, rest: object = {}): Promise<Objection> {
  const made = await send<Objection>('north', 'evaluation/objections', objection(at, rest));
  const { id, revision } = made.body;
  const decided = await send<Objection>('eva', `evaluation/objections/${id}/decision`, {
    revision,
    ...decision,
  });
  expect(decided.status).toBe(200);
  return decided.body;
}

async function northEast() {
  const { body } = await send<Evaluation>('eva', 'evaluation?month=2024-03&group=subdistrict');
  const at = body.units.unit.indexOf('north-east');
  const [resolution] = body.indicators;
  return {
    resolution: `${resolution?.numerator[at]}/${resolution?.denominator[at]}`,
    base: [body.units.base_before[at], body.units.base[at]],
    upheld: body.units.upheld[at],
    without: body.objections.without_effect,
    version: body.meta.as_of.version,
  };
}

test('who may step, decide, object and read, by role; tokens may nothing of it', async () => {
  const status = async (who: string, path: string, body?: object) => (await send(who, path, body)).status;
  for (const who of ['north', 'lin', 'study', 'boss', 'a token of eva'])
    expect([who, await status(who, 'evaluation/month/step', open)]).toEqual([who, 403]);
  expect(await status('nobody', 'evaluation/month?month=2024-03')).toBe(401);
  expect(await status('a token of eva', 'evaluation/month?month=2024-03')).toBe(200);
  // A month that is not over has orders to come.
  expect(await status('eva', 'evaluation/month/step', { ...open, month: '2099-12' })).toBe(409);
  expect(await status('eva', 'evaluation/month/step', open)).toBe(200);
  for (const who of ['lin', 'study', 'boss', 'a token of eva']) {
    expect([who, await status(who, 'evaluation/objections?month=2024-03')]).toEqual([who, 403]);
    expect([who, await status(who, 'evaluation/objections', objection(7))]).toEqual([who, 403]);
  }
  // Of an order of others nobody learns whether it is there.
  const south = [objection(7, { unit: 'south' }), objection(7, { unit: 'south', order: 'none' })];
  expect(await Promise.all(south.map((each) => status('south', 'evaluation/objections', each)))).toEqual([
    404, 404,
  ]);
  expect(await status('south', 'evaluation/objections', objection(7))).toBe(403);
  const hostile = objection(7, { order: "x' OR 1=1 --" });
  expect(await status('north', 'evaluation/objections', hostile)).toBe(404);
});

test('an official of the south neither sees, takes back nor decides on what the north objects to', async () => {
  const { body: made } = await send<Objection>('north', 'evaluation/objections', objection(7));
  const { body } = await send<Objections>('south', 'evaluation/objections?month=2024-03');
  expect([body.objections, body.counts.open]).toEqual([[], 0]);
  const asked = [
    await send('south', `evaluation/objections/${made.id}/history`),
    await send('south', `evaluation/objections/${made.id}/withdrawal`, { revision: 1 }),
    await send('south', `evaluation/objections/${made.id}/decision`, { revision: 1, ...upheld }),
    await send('a token of eva', `evaluation/objections/${made.id}/decision`, { revision: 1, ...upheld }),
  ];
  expect(asked.map(({ status }) => status)).toEqual([404, 404, 403, 403]);
  const taken = await send<Objection>('north', `evaluation/objections/${made.id}/withdrawal`, {
    revision: 1,
  });
  expect(taken.body.state).toBe('withdrawn');
});

test('an upheld objection counts once, whatever newer data says of its order', async () => {
  for (const at of [0, 2]) await uphold(at, upheld);
  await uphold(1, upheld, { group: 'subdistrict', unit: 'north-east' });
  const corrected = { ...upheld, effect: 'corrected', resolved: 'not_asked' };
  await uphold(3, corrected, { reason: 'other_matter' });
  // Of 12 orders with 9 yes: three with yes leave the base, of one nobody was asked.
  const told = await northEast();
  expect(told).toMatchObject({ resolution: '5/8', base: [12, 9], upheld: 4, without: 0 });
  const [head, ...rows] = storyFile().split('\n');
  const changes: [number, (row: string) => string][] = [
    [0, (row) => `${row.slice(0, row.lastIndexOf(','))},duplicate`],
    [1, (row) => row.replace(',north-east,', ',north-west,')],
    [2, (row) => row.replaceAll('2024-03-0', '2024-04-0')],
    [3, (row) => row.replace(',yes,yes,yes,', ',yes,,yes,')],
  ];
  const changed = changes.map(([at, change]) => {
    const found = rows.find((row) => row.startsWith(`${order(at)},`)) ?? '';
    return change(found).replace(/^[^,]*/, order(at));
  });
  await riverton.load([riverton.file('newer.csv', `${[head, ...changed].join('\n')}\n`)]);
  await expect
    .poll(async () => (await northEast()).version, { timeout: 10_000 })
    .toBeGreaterThan(told.version);
  // One is excluded anyway, one counts for another subdistrict, one came in April, one was not asked.
  expect(await northEast()).toMatchObject({ resolution: '5/8', base: [9, 9], upheld: 0, without: 4 });
  const { body } = await send<Objections>('north', 'evaluation/objections?month=2024-03&state=upheld');
  const results = Object.fromEntries(body.objections.map(({ order: number, result }) => [number, result]));
  expect(results).toMatchObject({
    [order(0)]: 'already_excluded',
    [order(1)]: 'moved',
    [order(2)]: 'gone',
    [order(3)]: 'already_so',
  });
});

test('steps and decisions are written down, without a word of the texts', async () => {
  const { body } = await send<{ entries: AuditEntry[] }>('boss', 'audit?limit=100');
  const own = body.entries.filter(({ event }) => /^(evaluation|objection)-/.test(event));
  const count = (event: string) => own.filter((entry) => entry.event === event).length;
  expect(
    ['evaluation-step', 'objection-made', 'objection-decided', 'objection-withdrawn'].map(count),
  ).toEqual([1, 5, 4, 1]);
  expect(own.at(-1)).toMatchObject({ who: 'eva', subject: '2024-03', detail: { step: 'open', revision: 1 } });
  expect(JSON.stringify(own)).not.toMatch(/same twice|so it is|north-east-/);
});

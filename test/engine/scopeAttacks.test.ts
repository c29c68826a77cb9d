import { anyone } from '@hotline-atlas/access';
import type { Statement } from '@hotline-atlas/clickhouse';
import { type Clause, everything, type Page, type Scope } from '@hotline-atlas/model';
import { numberKeyOf, withSourceNumber } from '@hotline-atlas/query';
import fc from 'fast-check';
import { cellToParent } from 'h3-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import type { Riverton } from '../riverton.ts';
import { type Attack, anyAttack, type Target } from '../scope-attacks.ts';
import {
  isLetThrough,
  type KnownAppeal,
  knownAppeals,
  openWhole,
  recorded,
  unboundReadings,
} from '../scoped-riverton.ts';
import { unzip } from '../unzip.ts';

/** Tries of each person; there are three. `TRIAL_ATTACKS=5000` is the trial. */
const attacks = Number(process.env.TRIAL_ATTACKS ?? 170);
const seed = 500;

const among = (dimension: Clause['dimension'], ...values: string[]): Clause => ({
  dimension,
  exclude: false,
  values,
});
const published: Scope['published'] = ['district', 'month', 'quarter', 'year'];
const scopes: Record<string, Scope> = {
  leader: everything,
  official: { ...everything, clauses: [among('district', 'north')], published },
  unit: { ...everything, clauses: [among('unit', 'works'), among('district', 'north', '')], texts: false },
  researcher: {
    clauses: [],
    texts: false,
    place: 8,
    time: 'hour',
    callers: 'heat',
    published: [],
    rankings: [],
  },
};

const secret = Buffer.alloc(32, 7);

let riverton: Riverton;
let known: KnownAppeal[];
let server: AtlasServer;
let asked: Statement[];
beforeAll(async () => {
  riverton = await openWhole('scope_attacks', 4000);
  known = await knownAppeals(riverton);
  const recording = recorded(riverton.database);
  asked = recording.statements;
  server = await serveRiverton(
    { ...riverton, database: recording.database },
    {
      secret,
      personOf: (request) => {
        const name = request.get('x-who') ?? '';
        return { ...anyone, name, scope: scopes[name] ?? null };
      },
    },
  );
});
afterAll(async () => {
  await server.close();
  await riverton.close();
});

const as = (name: string, path: string, headers: Record<string, string> = {}) =>
  server.fetch(path, { ...headers, 'x-who': name });

/** What others were given that could be tried. */
async function targetOf(scope: Scope): Promise<Target> {
  const outside = known.filter((appeal) => !isLetThrough(appeal, scope.clauses));
  const pages = ['', '&where=district:south', '&q=heating'].map(async (more) => {
    const page = (await (await as('leader', `/api/appeals?limit=5${more}`)).json()) as Page;
    return page.meta.next_cursor ?? '';
  });
  const answers = ['query?metrics=appeals', 'query?metrics=appeals&by=district', 'rates?by=unit', 'trend'];
  const tags = answers.map(async (path) => (await as('leader', `/api/${path}`)).headers.get('etag') ?? '');
  return {
    outside: outside.length > 0 ? outside : known,
    cursors: await Promise.all(pages),
    tags: await Promise.all(tags),
  };
}

const idsIn = (text: string): string[] => text.match(/i\d{5}x/g) ?? [];
const sentBy = ({ path }: Attack): Set<string> =>
  new Set(idsIn(decodeURIComponent(path).replaceAll('\\', '')));

/** The number the source gave, of one that may be sealed for whoever has a scope; empty where it is none. */
const opened = (number: string, scope: Scope): string =>
  withSourceNumber({ where: [], withoutRegimes: [], id: number }, numberKeyOf(scope, secret)).id ?? '';

const openedIn = (text: string, scope: Scope): string[] =>
  scope.texts
    ? []
    : (text.match(/[\w-]{40,}/g) ?? []).map((word) => opened(word, scope)).filter((id) => id !== '');

/** Every appeal of which a body tells anything, but those the attacker named. */
const told = (body: string, attack: Attack, scope: Scope): string[] => {
  const sent = sentBy(attack);
  return [...idsIn(body), ...openedIn(body, scope)].filter((id) => !sent.has(id));
};

const columnOf = (lines: readonly Record<string, unknown>[], column: string) =>
  lines.flatMap((line) => (typeof line[column] === 'string' ? [line[column]] : []));

/** Objects with named fields in a body of JSON, wherever they stand. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)];
}

const jsonOf = (body: string): unknown[] =>
  body.split('\n').flatMap((line): unknown[] => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });

describe.each(['official', 'unit', 'researcher'])('the %s', (name) => {
  const scope = scopes[name] as Scope;

  test(`learns nothing of what lies outside by ${attacks} tries`, async () => {
    const target = await targetOf(scope);
    const seen = known.filter((appeal) => isLetThrough(appeal, scope.clauses));
    const own = new Map(seen.map((appeal) => [appeal.id, appeal]));
    const districts = new Set(seen.map(({ district }) => district));
    const units = new Set(seen.map(({ unit }) => unit));
    const statuses = new Map<number, number>();
    let named = 0;
    asked.length = 0;
    for (const attack of fc.sample(anyAttack(target), { seed, numRuns: attacks })) {
      const response = await as(name, attack.path, attack.headers);
      const bytes = Buffer.from(await response.arrayBuffer());
      const isZip = bytes.toString('latin1', 0, 2) === 'PK';
      const body = isZip ? [...unzip(bytes).values()].join('\n') : bytes.toString('utf8');
      const why = `${attack.path} ${JSON.stringify(attack.headers)}\n${body.slice(0, 400)}`;
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      const allowed = attack.path.includes('/related') ? [404] : [200, 400, 403, 422];
      expect(allowed, why).toContain(response.status);
      const ids = told(body, attack, scope);
      named += ids.length;
      expect(
        ids.filter((id) => !own.has(id)),
        why,
      ).toEqual([]);
      if (!scope.texts) expect(body, why).not.toMatch(/(wordi\d{5}x heating|reply to |street of )/);
      if (response.status !== 200) continue;
      const isCity = /scope=published/.test(decodeURIComponent(attack.path));
      // Columns of an answer have a unit, too: that of a figure.
      const objects = jsonOf(body)
        .flatMap(objectsIn)
        .filter(({ role }) => role === undefined);
      const isAnswer = /\/api\/(query|answers|appeals|export\?)/.test(attack.path);
      if (isAnswer && !isCity) {
        expect(
          columnOf(objects, 'district').filter((each) => !districts.has(each)),
          why,
        ).toEqual([]);
        expect(
          columnOf(objects, 'unit').filter((each) => !units.has(each)),
          why,
        ).toEqual([]);
        for (const { appeals } of objects)
          if (typeof appeals === 'number') expect(appeals, why).toBeLessThanOrEqual(seen.length);
      }
      for (const { rows_read, total } of objects) {
        if (scope.clauses.length > 0) expect(rows_read ?? null, why).toBeNull();
        if (typeof total === 'number') expect(total, why).toBeLessThanOrEqual(seen.length);
      }
      if (scope.place !== 'point') {
        for (const cell of columnOf(objects, 'cell').filter((each) => each !== ''))
          expect(cell.slice(0, 2), why).toMatch(/8[78]/);
        for (const { latitude } of objects) expect(latitude, why).toBeUndefined();
      }
      if (scope.time === 'hour' && !attack.path.startsWith('/api/meta'))
        for (const time of columnOf(objects, 'received')) expect(time, why).toMatch(/:00:00$/);
    }
    expect(statuses.get(200) ?? 0, JSON.stringify([...statuses])).toBeGreaterThan(attacks / 4);
    expect(named).toBeGreaterThan(attacks);
    expect((statuses.get(400) ?? 0) + (statuses.get(403) ?? 0)).toBeGreaterThan(attacks / 20);
    const bound = asked.filter(({ parameters = {} }) =>
      Object.keys(parameters).some((each) => each.startsWith('scope_')),
    );
    if (scope.clauses.length > 0) expect(bound.length).toBeGreaterThan(attacks / 4);
  });
});

test('a published aggregate is the only answer that is read without the own clauses', async () => {
  const official = scopes.official as Scope;
  asked.length = 0;
  const ask = async (parameters: string) => (await as('official', `/api/query?${parameters}`)).status;
  expect(await ask('metrics=appeals&by=district')).toBe(200);
  expect(unboundReadings(asked, official)).toEqual([]);
  const open = await as(
    'official',
    '/api/query?metrics=appeals&by=district&scope=published&from=2022-04-01&to=2023-07-01',
  );
  const { rows } = (await open.json()) as { rows: { district: string; appeals: number }[] };
  const truth = new Map<string, number>();
  const [from, to] = ['2022-04-01', '2023-07-01'].map((day) => Date.parse(`${day}T00:00:00+08:00`) / 1000);
  for (const { district, received } of known)
    if (received >= (from ?? 0) && received < (to ?? 0)) truth.set(district, (truth.get(district) ?? 0) + 1);
  expect(Object.fromEntries(rows.map((row) => [row.district, row.appeals]))).toEqual(
    Object.fromEntries(truth),
  );
  for (const closed of [
    'by=unit',
    'by=day',
    'where=unit:works',
    'from=2023-01-02',
    'compare=year',
    'q=heating',
  ])
    expect(await ask(`metrics=appeals&scope=published&${closed}`), closed).toBe(403);
  expect(await ask('metrics=callers&scope=published')).toBe(403);
  expect((await as('unit', '/api/query?metrics=appeals&scope=published')).status).toBe(403);
});

test('a cursor is of use only to whom it was given', async () => {
  const pageOf = async (name: string, more = '') => {
    const response = await as(name, `/api/appeals?limit=3${more}`);
    return { status: response.status, page: (await response.json()) as Page };
  };
  for (const owner of Object.keys(scopes)) {
    const cursor = (await pageOf(owner)).page.meta.next_cursor ?? '';
    for (const name of Object.keys(scopes))
      expect((await pageOf(name, `&cursor=${cursor}`)).status).toBe(name === owner ? 200 : 400);
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/i\d{5}x|\d{10}/);
  }
});

test('whoever sees hours, cells and pseudonyms gets no more of any record', async () => {
  const truth = new Map(known.map((appeal) => [appeal.id, appeal]));
  const pseudonyms = new Map<string, string>();
  const page = (await (await as('researcher', '/api/appeals?limit=1000')).json()) as Page;
  expect(page.meta.columns).toEqual(expect.arrayContaining(['caller', 'cell']));
  const { rows: stored } = await riverton.database.rows<{ id: string; caller: string }>({
    sql: 'SELECT id, toString(caller) AS caller FROM appeal',
  });
  const callers = new Map(stored.map(({ id, caller }) => [id, caller]));
  for (const { id: sealed, cell, caller, received } of page.rows) {
    const id = opened(String(sealed), scopes.researcher as Scope);
    const appeal = truth.get(id);
    expect(cell).toBe(appeal?.cell ? cellToParent(appeal.cell, 8) : null);
    expect(received).toBe(
      `${new Date(((appeal?.received ?? 0) + 8 * 3600) * 1000).toISOString().slice(0, 13)}:00:00`,
    );
    const own = callers.get(id) ?? '';
    expect(caller === null).toBe(own === '0');
    if (typeof caller !== 'string') continue;
    expect(caller).toMatch(/^[0-9a-f]{32}$/);
    expect(pseudonyms.get(own) ?? caller).toBe(caller);
    pseudonyms.set(own, caller);
  }
  expect(new Set(pseudonyms.values()).size).toBe(pseudonyms.size);
  expect(pseudonyms.size).toBeGreaterThan(100);
  const order = page.rows.map(
    ({ received, id }) => `${received} ${opened(String(id), scopes.researcher as Scope)}`,
  );
  expect(order).toEqual([...order].sort().reverse());
});

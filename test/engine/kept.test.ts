import { anyone, type Person } from '@hotline-atlas/access';
import type { Annotation, Link, Problem, View, ViewHistory } from '@hotline-atlas/model';
import * as wire from '@hotline-atlas/model/wire';
import { scopedTo } from '@hotline-atlas/query/testing';
import { openTestStore, storeKinds, type TestStore } from '@hotline-atlas/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

const person = (name: string, role: string, rest: Partial<Person> = {}): Person => ({
  ...anyone,
  name,
  role: { ...anyone.role, name: role },
  ...rest,
});

const people: Record<string, Person> = {
  lin: person('lin', 'leader'),
  nora: person('nora', 'official', { scope: scopedTo(['north']) }),
  sami: person('sami', 'official', { scope: scopedTo(['south']) }),
  olga: person('olga', 'operator', { may: new Set(['keep']) }),
  ada: person('ada', 'administrator', { scope: null, may: new Set(['administer']) }),
};
type Who = keyof typeof people & string;

let riverton: Riverton;
beforeAll(async () => {
  riverton = await openRiverton('kept');
});
afterAll(() => riverton.close());

describe.each(storeKinds)('on %s', (kind) => {
  let store: TestStore;
  let server: AtlasServer;
  beforeAll(async () => {
    store = await openTestStore(kind);
    server = await serveRiverton(riverton, {
      store,
      personOf: (request) => people[request.get('x-who') ?? ''] ?? anyone,
    });
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  /** Sends a body as JSON; text as it is. */
  async function send<Body>(
    who: Who,
    method: string,
    path: string,
    body?: unknown,
    type = 'application/json',
  ) {
    const response = await fetch(`${server.url}/api${path}`, {
      method,
      headers: { 'x-who': who, ...(body !== undefined && { 'Content-Type': type }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Body };
  }
  const seenViews = async (who: Who) => {
    const { body } = await send<{ views: View[] }>(who, 'GET', '/views');
    expect(wire.views.parse(body)).toEqual(body);
    return body.views.map(({ name }) => name).sort();
  };

  test('a view is seen by whom it is shared with, and by whoever sees less as such', async () => {
    const saved = await send<View>('lin', 'POST', '/views', { name: '晨报 1', address: '/?district=north' });
    expect(saved.status).toBe(200);
    expect(wire.view.parse(saved.body)).toEqual(saved.body);
    expect(saved.body).toMatchObject({
      audience: 'me',
      version: null,
      owner: 'lin',
      mine: true,
      revision: 1,
    });
    expect(await seenViews('nora')).toEqual([]);
    expect((await send('nora', 'GET', `/views/${saved.body.id}`)).status).toBe(404);

    const shared = { name: 'all', address: '/', version: 3, audience: 'everyone' };
    const { body: all } = await send<View>('lin', 'POST', '/views', shared);
    await send('nora', 'POST', '/views', { name: 'officials', address: '/', audience: 'role' });
    expect(await seenViews('nora')).toEqual(['all', 'officials']);
    expect(await seenViews('sami')).toEqual(['all', 'officials']);
    expect(await seenViews('olga')).toEqual(['all']);
    const narrower = async (who: Who) => (await send<View>(who, 'GET', `/views/${all.id}`)).body.narrower;
    expect([await narrower('lin'), await narrower('nora'), await narrower('olga')]).toEqual([
      false,
      true,
      false,
    ]);
    expect((await send('olga', 'POST', '/views', shared)).status).toBe(403);
    expect((await send('ada', 'GET', '/views')).status).toBe(403);
  });

  test('a view is changed by its owner only, from its newest revision only, and back again', async () => {
    const first = {
      name: 'first',
      address: '/?topic1=housing',
      version: null,
      audience: 'everyone' as const,
    };
    const { body: saved } = await send<View>('lin', 'POST', '/views', first);
    const at = `/views/${saved.id}`;
    const second = { ...first, name: 'second', revision: 1 };
    expect((await send('nora', 'PUT', at, second)).status).toBe(403);
    expect((await send<View>('lin', 'PUT', at, second)).body).toMatchObject({ name: 'second', revision: 2 });
    const stale = await send<Problem>('lin', 'PUT', at, second);
    expect(stale).toMatchObject({ status: 409, body: { revision: 2 } });
    expect(wire.problem.parse(stale.body)).toEqual(stale.body);
    expect(stale.body.type).toBe('urn:hotline-atlas:problem:changed-meanwhile');

    expect((await send('nora', 'DELETE', at)).status).toBe(403);
    expect((await send('lin', 'DELETE', at)).status).toBe(204);
    expect((await send('lin', 'GET', at)).status).toBe(404);
    expect((await send('lin', 'PUT', at, { ...second, revision: 3 })).status).toBe(404);
    expect((await send('nora', 'POST', `${at}/restore`, { revision: 1 })).status).toBe(404);
    expect((await send<View>('lin', 'POST', `${at}/restore`, { revision: 1 })).body).toMatchObject({
      ...first,
      revision: 4,
    });
    expect((await send('lin', 'POST', `${at}/restore`, { revision: 9 })).status).toBe(404);
    const { body: history } = await send<ViewHistory>('lin', 'GET', `${at}/history`);
    expect(wire.viewHistory.parse(history)).toEqual(history);
    expect(history.revisions.map(({ revision, change, name, who }) => [revision, change, name, who])).toEqual(
      [
        [4, 'restored', 'first', 'lin'],
        [3, 'removed', 'second', 'lin'],
        [2, 'changed', 'second', 'lin'],
        [1, 'created', 'first', 'lin'],
      ],
    );
    expect((await send('nora', 'GET', `${at}/history`)).status).toBe(403);
  });

  test('of many changes of one revision at once, one counts', async () => {
    const { body: saved } = await send<View>('lin', 'POST', '/views', { name: 'n', address: '/' });
    const change = { address: '/', version: null, audience: 'me', revision: 1 };
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        send('lin', 'PUT', `/views/${saved.id}`, { ...change, name: `${at}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
  });

  test('a permalink leads to an address of the dashboard, and nowhere else', async () => {
    const address = `/?district=north&q=${'w'.repeat(3000)}`;
    const made = await send<Link>('nora', 'POST', '/links', { address });
    expect(wire.link.parse(made.body)).toEqual(made.body);
    expect(made.body.id).toMatch(/^[\w-]{22}$/);
    expect((await send<Link>('nora', 'POST', '/links', { address })).body).toEqual(made.body);
    expect((await send<Link>('lin', 'GET', `/links/${made.body.id}`)).body).toEqual(made.body);
    const followed = await fetch(`${server.url}/l/${made.body.id}`, { redirect: 'manual' });
    expect([followed.status, followed.headers.get('Location')]).toEqual([303, address]);
    for (const Accept of ['*/*', 'text/html'])
      expect((await fetch(`${server.url}/l/${made.body.id}x`, { headers: { Accept } })).status).toBe(404);
    for (const elsewhere of ['//evil.example', 'https://evil.example', '/..//evil.example', '/api/export'])
      expect((await send('nora', 'POST', '/links', { address: elsewhere })).status).toBe(400);
  });

  test('a note is seen by whoever may see its place', async () => {
    const note = { from: '2023-05-01', to: '2023-05-03', text: 'Parade\n游行' };
    const write = (who: Who, where: string[]) =>
      send<Annotation>(who, 'POST', '/annotations', { ...note, where });
    const { body: city } = await write('lin', []);
    expect(wire.annotation.parse(city)).toEqual(city);
    expect(city).toMatchObject({ ...note, where: [], author: 'lin', mine: true, revision: 1 });
    await write('nora', ['district:north']);
    await write('lin', ['subdistrict:south-west']);
    await write('nora', ['topic1:housing']);
    expect((await write('nora', ['district:south'])).status).toBe(400);
    expect((await write('nora', ['subdistrict:south-west'])).status).toBe(400);
    expect((await write('olga', [])).status).toBe(403);
    const places = async (who: Who, days = '') => {
      const { body } = await send<{ annotations: Annotation[] }>(who, 'GET', `/annotations${days}`);
      expect(wire.annotations.parse(body)).toEqual(body);
      return body.annotations.map(({ where }) => where.join()).sort();
    };
    const everywhere = ['', 'district:north', 'subdistrict:south-west', 'topic1:housing'];
    expect(await places('lin')).toEqual(everywhere);
    expect(await places('lin', '?from=2023-05-02&to=2023-05-03')).toEqual(everywhere);
    expect(await places('lin', '?from=2023-05-03')).toEqual([]);
    expect(await places('lin', '?to=2023-05-01')).toEqual([]);
    expect(await places('nora')).toEqual(['', 'district:north', 'topic1:housing']);
    expect(await places('sami')).toEqual(['', 'subdistrict:south-west', 'topic1:housing']);
    expect((await send('ada', 'GET', '/annotations')).status).toBe(403);
  });

  test('a note on a unit that may work elsewhere is its author’s, and of those who see the city', async () => {
    const note = { from: '2021-01-01', to: '2021-01-02', text: 'strike', where: ['unit:gas'] };
    const { body: kept } = await send<Annotation>('nora', 'POST', '/annotations', note);
    const seen = async (who: Who) => {
      const days = '?from=2021-01-01&to=2021-01-02';
      const { body } = await send<{ annotations: Annotation[] }>(who, 'GET', `/annotations${days}`);
      return body.annotations.map(({ id }) => id);
    };
    expect([await seen('nora'), await seen('lin'), await seen('sami')]).toEqual([[kept.id], [kept.id], []]);
    const change = async (who: Who) =>
      (await send(who, 'PUT', `/annotations/${kept.id}`, { ...note, revision: 1 })).status;
    expect([await change('sami'), await change('lin'), await change('nora')]).toEqual([404, 403, 200]);
  });

  test('a note is changed by its author only, and back again', async () => {
    const note = { from: '2022-01-01', to: '2022-01-02', where: ['district:north'], text: 'one' };
    const { body: saved } = await send<Annotation>('nora', 'POST', '/annotations', note);
    const at = `/annotations/${saved.id}`;
    const change = { ...note, text: 'two', revision: 1 };
    expect((await send('lin', 'PUT', at, change)).status).toBe(403);
    expect((await send('sami', 'PUT', at, { ...change, where: [] })).status).toBe(404);
    expect((await send('nora', 'PUT', at, { ...change, where: ['district:south'] })).status).toBe(400);
    expect((await send('nora', 'PUT', at, { ...change, to: '2022-01-01' })).status).toBe(400);
    expect((await send<Annotation>('nora', 'PUT', at, change)).body).toMatchObject({ revision: 2 });
    expect((await send('nora', 'PUT', at, change)).status).toBe(409);
    expect((await send('nora', 'DELETE', at)).status).toBe(204);
    const restored = await send<Annotation>('nora', 'POST', `${at}/restore`, { revision: 1 });
    expect(restored.body).toMatchObject({ ...note, revision: 4 });
    const { body: history } = await send<object>('nora', 'GET', `${at}/history`);
    expect(wire.annotationHistory.parse(history)).toEqual(history);
    expect(history).toMatchObject({
      revisions: [{ change: 'restored' }, { change: 'removed' }, { text: 'two' }, { text: 'one' }],
    });
  });

  test('favourites are one’s own', async () => {
    for (const path of ['district/north', 'topic/housing', 'district/north', 'unit/%E6%9C%9B%E4%BA%AC'])
      expect((await send('nora', 'PUT', `/favourites/${path}`)).status).toBe(204);
    expect((await send('nora', 'DELETE', '/favourites/topic/housing')).status).toBe(204);
    expect((await send('nora', 'PUT', '/favourites/planet/mars')).status).toBe(404);
    const { body } = await send('nora', 'GET', '/favourites');
    expect(wire.favourites.parse(body)).toEqual(body);
    const kept = [
      { kind: 'district', code: 'north' },
      { kind: 'unit', code: '望京' },
    ];
    expect(body).toEqual({ favourites: kept });
    expect((await send('sami', 'GET', '/favourites')).body).toEqual({ favourites: [] });
  });

  const valid = { name: 'n', address: '/' };
  test.each<[string, unknown, number, string?]>([
    ['is no JSON', '{', 415],
    ['says it is something else', JSON.stringify(valid), 415, 'text/plain'],
    ['is too large', { ...valid, name: 'n'.repeat(70_000) }, 413],
    ['has an unknown field', { ...valid, colour: 1 }, 400],
    ['has a field of an object’s own', '{"name":"n","address":"/","__proto__":{"admin":1}}', 400],
    ['lacks a field', { name: 'n' }, 400],
    ['has a name of nothing', { ...valid, name: ' ' }, 400],
    ['has a name that ends a text', { ...valid, name: 'a\u0000b' }, 400],
    ['has a long name', { ...valid, name: 'n'.repeat(101) }, 400],
    ['is no object', '[]', 400],
  ])('a body that %s is refused', async (_, body, status, type) => {
    const { status: told, body: problem } = await send<Problem>('lin', 'POST', '/views', body, type);
    expect(told).toBe(status);
    expect(wire.problem.parse(problem)).toEqual(problem);
  });

  test('no text and no identifier fails in the store', async () => {
    const note = { from: '2020-01-01', to: '2020-01-02', text: 'n' };
    for (const part of ['\u0000', '\ud800', 'x:y\u0000', '\udc00unit:a', 'unit:\ud800'])
      for (const body of [
        { ...note, where: [`unit:${part}`] },
        { ...note, text: part },
      ])
        expect((await send('lin', 'POST', '/annotations', body)).status).toBe(400);
    for (const id of ['%00', '..%2f..', '__proto__', 'x'.repeat(300), '%F0%9F%98%80']) {
      expect((await send('lin', 'GET', `/views/${id}`)).status).toBe(404);
      expect((await send('lin', 'POST', `/annotations/${id}/restore`, { revision: 1 })).status).toBe(404);
      expect((await send('lin', 'DELETE', `/favourites/${id}/x`)).status).toBe(404);
    }
    expect((await send('lin', 'PUT', '/favourites/unit/%00')).status).toBe(404);
    expect((await send('lin', 'PATCH', '/views')).status).toBe(405);
    expect((await send('lin', 'POST', '/views/x/nowhere', valid)).status).toBe(404);
  });

  test('a wrong body is told by its fields, never by their values', async () => {
    const secret = { name: 7, secret_field: 's3cret', address: '/' };
    const { body } = await send<Problem>('lin', 'POST', '/views', secret);
    expect(body.detail).toMatch(/name: .*secret_field: there is no such field/);
    expect(JSON.stringify(body)).not.toContain('s3cret');
  });

  test('another page may not write', async () => {
    const from = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/views`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(valid),
      });
    expect((await from({ Origin: 'https://evil.example' })).status).toBe(403);
    const form = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    };
    expect((await from(form)).status).toBe(403);
    expect((await from({})).status).toBe(200);
  });
});

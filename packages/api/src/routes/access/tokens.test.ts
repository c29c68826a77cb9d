import type { NewToken, Session } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccessServer, type Browser, serveAccess } from '../../../testing/serve-access.ts';

let server: AccessServer;
beforeAll(async () => {
  server = await serveAccess('PGlite');
}, 60_000);
afterAll(() => server.close());

const made = async (owner: Browser, asked: object): Promise<NewToken> => {
  const response = await owner.ask('/api/tokens', { json: { name: 'script', days: 30, ...asked } });
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as NewToken;
};
const withToken = (token: string, path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { ...init, headers: { Authorization: `Bearer ${token}`, ...init.headers } });
const scopeOf = async (token: string) => {
  const { person } = (await (await withToken(token, '/api/session')).json()) as Session;
  return person?.scope;
};

test('a token reads and exports, no further than its owner, and does nothing else', async () => {
  const official = await server.signedIn('official', 'official', { districts: ['north'] });
  const { token } = await made(official, { texts: true });
  expect(token).toMatch(/^ha_[\w-]{43}$/);
  expect(await scopeOf(token)).toMatchObject({ where: ['district:north'], texts: true });
  expect((await withToken(token, '/api/query?metrics=appeals')).status).toBe(200);
  const refused: [string, string][] = [
    ['GET', '/api/tokens'],
    ['POST', '/api/tokens'],
    ['GET', '/api/accounts'],
    ['GET', '/api/audit'],
    ['POST', '/api/password'],
    ['POST', '/api/second-factor'],
    ['POST', '/api/views'],
  ];
  for (const [method, path] of refused)
    expect((await withToken(token, path, { method })).status, path).toBe(403);
});

test('it is narrower where its owner says so, and never wider', async () => {
  const leader = await server.signedIn('leader', 'leader');
  const { token } = await made(leader, { districts: ['south'] });
  expect(await scopeOf(token)).toMatchObject({ where: ['district:south'], texts: false });
  const official = await server.signedIn('northern', 'official', { districts: ['north'] });
  const wider = await official.ask('/api/tokens', { json: { name: 'x', days: 1, districts: ['south'] } });
  expect([wider.status, await wider.json()]).toMatchObject([400, { parameter: 'districts', sent: 'south' }]);
  const researcher = await server.signedIn('researcher', 'researcher');
  const texts = await researcher.ask('/api/tokens', { json: { name: 'x', days: 1, texts: true } });
  expect(texts.status).toBe(400);
  expect((await leader.ask('/api/tokens', { json: { name: 'x', days: 367 } })).status).toBe(400);
});

test('what its owner loses it loses, and it dies when removed, expired, or with its owner', async () => {
  const owner = await server.signedIn('owner', 'leader');
  const status = async ({ token }: NewToken) => (await withToken(token, '/api/query?metrics=appeals')).status;
  const [removed, expired, kept] = [
    await made(owner, {}),
    await made(owner, {}),
    await made(owner, { texts: true }),
  ];
  expect(await Promise.all([removed, expired, kept].map(status))).toEqual([200, 200, 200]);
  expect((await owner.ask(`/api/tokens/${removed.id}`, { method: 'DELETE' })).status).toBe(204);
  const past = { expires: new Date(Date.now() - 1000) };
  await server.store.database.updateTable('token').set(past).where('id', '=', expired.id).execute();
  expect(await Promise.all([removed, expired, kept].map(status))).toEqual([401, 401, 200]);
  await server.access.accounts.change('owner', { role: 'official', districts: ['north'] }, 'console');
  expect(await scopeOf(kept.token)).toMatchObject({ where: ['district:north'] });
  await server.access.accounts.change('owner', { role: 'operator' }, 'console');
  expect(await status(kept)).toBe(401);
  await server.access.accounts.change('owner', { role: 'leader' }, 'console');
  await server.access.accounts.change('owner', { disabled: true }, 'console');
  expect(await status(kept)).toBe(401);
});

test('somebody else’s token is not there to remove, and none is taken from an address', async () => {
  const one = await server.signedIn('one', 'leader');
  const other = await server.signedIn('other', 'leader');
  const { id, token } = await made(one, {});
  expect((await other.ask(`/api/tokens/${id}`, { method: 'DELETE' })).status).toBe(404);
  for (const name of ['token', 'access_token', 'authorization'])
    expect((await fetch(`${server.url}/api/session?${name}=${token}`)).status).toBeLessThan(500);
  expect((await fetch(`${server.url}/api/query?metrics=appeals&token=${token}`)).status).toBe(401);
  for (const header of [
    token,
    `Basic ${token}`,
    `Bearer ${token}x`,
    'Bearer',
    `bearer  ${token.slice(0, -1)}`,
  ])
    expect(
      (await other.ask('/api/query?metrics=appeals', { headers: { Authorization: header } })).status,
    ).toBe(401);
});

test('only its hash is kept, and its use is written down once a day', async () => {
  const owner = await server.signedIn('daily', 'leader');
  const { token, id } = await made(owner, { name: 'nightly report' });
  for (const _ of [1, 2, 3]) await withToken(token, '/api/query?metrics=appeals');
  const rows = await server.store.database.selectFrom('token').selectAll().where('id', '=', id).execute();
  expect(JSON.stringify(rows)).not.toContain(token.slice(3));
  const { entries } = await server.access.audit.read({ who: 'daily', event: 'token-used', limit: 9 });
  expect(entries.map(({ subject }) => subject)).toEqual(['nightly report']);
  const list = await (await owner.ask('/api/tokens')).text();
  expect(list).not.toContain(token);
});

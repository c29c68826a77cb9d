import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccessServer, type Browser, password, serveAccess } from '../../../testing/serve-access.ts';

let server: AccessServer;
let leader: Browser;
beforeAll(async () => {
  server = await serveAccess();
  leader = await server.signedIn('leader', 'leader');
}, 60_000);
afterAll(() => server.close());

const json = { 'Content-Type': 'application/json' };
const body = JSON.stringify({ name: 'leader', password });

test.each<[string, RequestInit]>([
  ['another origin', { headers: { ...json, Origin: 'https://evil.example' } }],
  ['an origin that is not told', { headers: { ...json, Origin: 'null' } }],
  [
    'a script of another site',
    { headers: { ...json, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'cors' } },
  ],
  [
    'a form of another site',
    {
      headers: {
        'Content-Type': 'text/plain',
        'Sec-Fetch-Site': 'cross-site',
        'Sec-Fetch-Mode': 'navigate',
        'Sec-Fetch-Dest': 'document',
      },
    },
  ],
])('%s changes nothing, with the cookie or without', async (_who, { headers }) => {
  const sent = {
    ...(headers as Record<string, string>),
    Cookie: [...leader.cookies].map((pair) => pair.join('=')).join('; '),
  };
  for (const path of ['/api/sign-in', '/api/sign-out', '/api/tokens', '/api/password', '/api/accounts'])
    expect((await fetch(`${server.url}${path}`, { method: 'POST', headers: sent, body })).status, path).toBe(
      403,
    );
  expect((await leader.ask('/api/query?metrics=appeals')).status).toBe(200);
});

test('a form cannot send what a script would: only JSON is understood', async () => {
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data', '']) {
    const headers = type ? { 'Content-Type': type } : {};
    expect((await fetch(`${server.url}/api/sign-in`, { method: 'POST', headers, body })).status).toBe(415);
  }
  const large = await server
    .browser()
    .ask('/api/sign-in', { json: { name: 'x', password: 'y'.repeat(70_000) } });
  expect(large.status).toBe(413);
  const unknown = await server
    .browser()
    .ask('/api/sign-in', { json: { name: 'leader', password, role: 'administrator' } });
  expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining('role')]);
});

test('no page of another site frames an answer', async () => {
  for (const path of ['/api/session', '/api/sign-in', '/', '/sign-in']) {
    const { headers } = await leader.ask(path);
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'self'");
  }
});

test('names hold nothing that would write a header, a page or another name', async () => {
  const administrator = await server.signedIn('boss', 'administrator');
  const add = (account: object) =>
    administrator.ask('/api/accounts', { json: { role: 'leader', ...account } });
  for (const name of [
    'a\r\nSet-Cookie: x=y',
    'a b',
    '../x',
    'Ａdmin',
    'anyone',
    'console',
    '',
    'x'.repeat(90),
    'a\u0000b',
  ])
    expect((await add({ name })).status, JSON.stringify(name)).toBe(400);
  for (const display_name of ['x\r\ny', '\u202eevil', '\u0000', ' ', 'x'.repeat(81)])
    expect((await add({ name: 'fine', display_name })).status, JSON.stringify(display_name)).toBe(400);
  const markup = await add({ name: 'markup', display_name: '<script>alert(1)</script>' });
  expect([markup.status, markup.headers.get('content-type')]).toEqual([
    200,
    'application/json; charset=utf-8',
  ]);
  expect((await add({ name: 'markup' })).status).toBe(409);
  expect((await add({ name: 'fine', __proto__: { role: 'administrator' } })).status).toBe(200);
});

test('an administrator cannot take the last one away, nor anybody but one add another', async () => {
  const administrator = await server.signedIn('last', 'administrator');
  await server.access.accounts.change('boss', { disabled: true }, 'console');
  for (const change of [{ disabled: true }, { role: 'leader' }])
    expect((await administrator.ask('/api/accounts/last', { json: change, method: 'PATCH' })).status).toBe(
      409,
    );
  for (const role of ['administrator', 'leader'])
    expect((await leader.ask('/api/accounts', { json: { name: 'more', role } })).status).toBe(403);
  const own = await leader.ask('/api/accounts/leader', { json: { role: 'administrator' }, method: 'PATCH' });
  expect(own.status).toBe(403);
});

test('a store that does not answer lets nobody in, and says when to come back', async () => {
  const gone = await serveAccess();
  const browser = await gone.signedIn('leader', 'leader');
  const { token } = (await (await browser.ask('/api/tokens', { json: { name: 'x', days: 1 } })).json()) as {
    token: string;
  };
  await gone.store.close();
  await setTimeout(1000);
  for (const headers of [{}, { Authorization: `Bearer ${token}` }])
    for (const path of ['/api/query?metrics=appeals', '/api/session', '/api/accounts', '/api/export']) {
      const answer = await browser.ask(path, { headers });
      expect([answer.status, answer.headers.get('retry-after')], path).toEqual([503, '2']);
      expect(await answer.text()).toContain('store-unreachable');
    }
  await gone.close();
});

test('a permalink tells its address to nobody who is not signed in, and they come back to it', async () => {
  const made = await leader.ask('/api/links', { json: { address: '/?q=a%20name' } });
  const { id } = (await made.json()) as { id: string };
  const known = await leader.ask(`/l/${id}`);
  expect([known.status, known.headers.get('location')]).toEqual([303, '/?q=a%20name']);
  const nobody = await server.browser().ask(`/l/${id}`);
  expect([nobody.status, nobody.headers.get('location')]).toEqual([303, `/sign-in?to=%2Fl%2F${id}`]);
});

import type { Session } from '@hotline-atlas/model';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Provider, startProvider } from '../../../testing/provider.ts';
import { type AccessServer, type Browser, serveAccess } from '../../../testing/serve-access.ts';

let provider: Provider;
let server: AccessServer;
beforeAll(async () => {
  provider = await startProvider('atlas', 'the secret of the client');
  const singleSignOn = {
    ...{
      id: 'sso',
      label: 'City ID',
      issuer: provider.issuer,
      clientId: 'atlas',
      claim: 'preferred_username',
    },
    ...{ clientSecret: 'the secret of the client', scopes: ['openid', 'profile'] },
  };
  server = await serveAccess('PGlite', { singleSignOn });
  for (const name of ['zhang', 'chen', 'gone', 'zhao'])
    await server.access.accounts.add(
      { name, role: 'leader', districts: [], units: [], project: null },
      'console',
    );
}, 60_000);
afterAll(async () => {
  await server.close();
  await provider.close();
});
beforeEach(() => {
  provider.spoiled = {};
});

/** Goes to the provider and comes back, as a browser is led. */
async function begin(browser: Browser, to?: string) {
  const begun = await browser.ask(
    `/api/sign-in/sso/sso${to === undefined ? '' : `?${new URLSearchParams({ to })}`}`,
  );
  expect(begun.status).toBe(302);
  const there = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(there.headers.get('location') ?? '');
  return `${back.pathname}${back.search}`;
}
const through = async (browser: Browser, to?: string) => browser.ask(await begin(browser, to));
const nameOf = async (browser: Browser) =>
  ((await (await browser.ask('/api/session')).json()) as Session).person?.name ?? null;

async function tried(claims: Provider['claims'], spoiled: Provider['spoiled'] = {}) {
  provider.claims = claims;
  provider.spoiled = spoiled;
  const browser = server.browser();
  const end = await through(browser);
  return { status: end.status, to: end.headers.get('location'), name: await nameOf(browser) };
}

test('whoever the provider knows signs in to the account of that name, and returns to where they were', async () => {
  provider.claims = { sub: '1', preferred_username: 'Zhang', email: 'zhang@city.example' };
  const browser = server.browser();
  const end = await through(browser, '/area/110106?from=2024-01-01');
  expect([end.status, end.headers.get('location')]).toEqual([302, '/area/110106?from=2024-01-01']);
  expect(await nameOf(browser)).toBe('zhang');
  const { single_sign_on } = (await (await browser.ask('/api/session')).json()) as Session;
  expect(single_sign_on).toEqual([{ id: 'sso', label: { en: 'City ID' } }]);
  const { entries } = await server.access.audit.read({ event: 'sign-in', who: 'zhang', limit: 1 });
  expect(entries[0]?.detail).toMatchObject({ provider: 'sso' });
  const kept = await server.store.database.selectFrom('credential').selectAll().execute();
  expect(JSON.stringify(kept)).not.toMatch(/"(access_token|id_token|refresh_token)":"/);
});

test('nobody without an account gets in, nor one that is disabled, nor one somebody else is bound to', async () => {
  expect(await tried({ sub: '2', preferred_username: 'stranger' })).toMatchObject({ name: null });
  expect(await tried({ sub: '3' })).toMatchObject({ name: null });
  expect(await tried({ sub: '4', preferred_username: '../chen' })).toMatchObject({ name: null });
  await server.access.accounts.change('gone', { disabled: true }, 'console');
  expect(await tried({ sub: '5', preferred_username: 'gone' })).toMatchObject({ name: null });
  expect(await tried({ sub: '6', preferred_username: 'chen' })).toMatchObject({ name: 'chen' });
  expect(await tried({ sub: '7', preferred_username: 'chen' })).toMatchObject({ name: null });
  const accounts = await server.access.accounts.list();
  expect(accounts.accounts.map(({ name }) => name)).toEqual(['chen', 'gone', 'zhang', 'zhao']);
  const { entries } = await server.access.audit.read({ event: 'sign-in-failed', limit: 9 });
  expect(entries).toHaveLength(5);
});

test.each<[string, Record<string, unknown>]>([
  ['for somebody else', { aud: 'another' }],
  ['of another provider', { iss: 'https://evil.example' }],
  ['that is over', { exp: 1_700_000_000 }],
  ['of another sign-in', { nonce: 'another' }],
])('a token %s signs nobody in', async (_what, spoiled) => {
  const end = await tried({ sub: '8', preferred_username: 'zhao' }, spoiled);
  expect(end).toMatchObject({ status: 302, name: null, to: expect.stringMatching(/^\/sign-in\?error=/) });
});

test('a return from the provider counts once, in the browser that went there', async () => {
  provider.claims = { sub: '9', preferred_username: 'zhao' };
  const mine = server.browser();
  const back = await begin(mine);
  const other = server.browser();
  expect((await other.ask(back)).status).toBe(302);
  expect(await nameOf(other)).toBeNull();
  const again = server.browser();
  const fresh = await begin(again);
  await again.ask(fresh);
  expect(await nameOf(again)).toBe('zhao');
  await again.ask('/api/sign-out', { json: {} });
  await again.ask(fresh);
  expect(await nameOf(again)).toBeNull();
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '/\tevil',
  '/x\r\nLocation: https://evil.example',
  '',
])('it leads to no other site: %j', async (to) => {
  provider.claims = { sub: '1', preferred_username: 'zhang' };
  const end = await through(server.browser(), to);
  expect([end.status, end.headers.get('location')]).toEqual([302, '/']);
});

test('a provider there is not, and a return without a sign-in, lead nowhere', async () => {
  expect((await server.browser().ask('/api/sign-in/sso/other')).status).toBe(404);
  expect((await server.browser().ask('/api/auth/callback/other?code=x&state=y')).status).toBe(404);
  for (const query of [
    '',
    '?code=x',
    '?code=x&state=y',
    '?error=access_denied&error_description=<b>no</b>',
  ]) {
    const end = await server.browser().ask(`/api/auth/callback/sso${query}`);
    expect([end.status, end.headers.get('location')]).toEqual([
      302,
      expect.stringMatching(/^\/sign-in(\?|$)/),
    ]);
  }
});

import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { Session } from '@hotline-atlas/model';
import { storeKinds } from '@hotline-atlas/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccessServer, password, serveAccess } from '../../../testing/serve-access.ts';

describe.each(storeKinds)('on %s', (kind) => {
  let server: AccessServer;
  beforeAll(async () => {
    server = await serveAccess(kind, { limits: { pair: 4, account: 1000, address: 1000, window: 2000 } });
  }, 60_000);
  afterAll(() => server.close());

  const sessionOf = async (browser: ReturnType<AccessServer['browser']>) =>
    (await (await browser.ask('/api/session')).json()) as Session;
  const linkOf = ({ link }: { link: string }) => new URL(link).hash.slice('#invitation='.length);

  test('the first administrator comes by a link, invites an official, who sees what is theirs', async () => {
    const first = await server.access.accounts.inviteFirst();
    const again = await server.access.accounts.inviteFirst();
    const administrator = server.browser();
    const use = (invitation: string, chosen = password) =>
      administrator.ask('/api/invitation', { json: { invitation, password: chosen } });
    expect((await use(linkOf(first ?? { link: '' }))).status).toBe(410);
    const link = linkOf(again ?? { link: '' });
    const check = (invitation: string) =>
      administrator.ask('/api/invitation/check', { json: { invitation } });
    expect(await (await use(link, 'short')).json()).toMatchObject({ status: 400, reason: 'too-short' });
    const named = await (await use(link, 'my administrator name')).text();
    expect(named).toContain('"reason":"holds-account-name"');
    expect(named).not.toContain('my administrator');
    expect(await (await check(link)).json()).toEqual({ account: 'administrator' });
    expect(await (await use(link)).json()).toEqual({ account: 'administrator' });
    expect([(await use(link)).status, (await check(link)).status]).toEqual([410, 410]);
    const signIn = await administrator.ask('/api/sign-in', { json: { name: 'Administrator', password } });
    expect(signIn.status, await signIn.text()).toBe(204);
    expect(await server.access.accounts.inviteFirst()).toBeNull();
    const added = await administrator.ask('/api/accounts', {
      json: { name: 'liwei', display_name: '李伟', role: 'official', districts: ['north'] },
    });
    expect(added.status).toBe(200);
    const { invitation } = (await added.json()) as { invitation: { link: string } };
    const official = server.browser();
    await official.ask('/api/invitation', { json: { invitation: linkOf(invitation), password } });
    await official.ask('/api/sign-in', { json: { name: 'liwei', password } });
    expect(await sessionOf(official)).toMatchObject({
      access: 'accounts',
      person: { name: 'liwei', display_name: '李伟', scope: { where: ['district:north'], texts: true } },
    });
    expect((await official.ask('/api/query?metrics=appeals')).status).toBe(200);
    expect((await administrator.ask('/api/query?metrics=appeals')).status).toBe(403);
    expect((await official.ask('/api/accounts')).status).toBe(403);
    const nobody = await server.browser().ask('/api/query?metrics=appeals');
    expect([nobody.status, await nobody.json()]).toMatchObject([
      401,
      { type: 'urn:hotline-atlas:problem:not-signed-in' },
    ]);
  });

  test('the cookie is out of reach of scripts and other sites, and its answer is kept by nobody', async () => {
    await server.signedIn('cookie', 'leader');
    const answer = await server.browser().ask('/api/sign-in', { json: { name: 'cookie', password } });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^atlas\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('a sign-in never goes on with the session a browser came with', async () => {
    const victim = await server.signedIn('fixed', 'leader');
    const planted = [...victim.cookies];
    const attacker = server.browser();
    for (const [name, value] of planted) attacker.cookies.set(name, value);
    await victim.ask('/api/sign-in', { json: { name: 'fixed', password } });
    expect([...victim.cookies]).not.toEqual(planted);
    await setTimeout(1000);
    expect((await sessionOf(attacker)).person).toBeNull();
    expect((await sessionOf(victim)).person?.name).toBe('fixed');
    const forged = server.browser();
    forged.cookies.set('atlas.session_token', 'a'.repeat(32));
    expect((await sessionOf(forged)).person).toBeNull();
  });

  test('who is unknown, disabled, invited or wrong is refused alike, after the same work', async () => {
    const { access, hashing } = server;
    await server.signedIn('known', 'leader');
    await server.signedIn('gone', 'leader');
    await access.accounts.change('gone', { disabled: true }, 'console');
    await access.accounts.add(
      { name: 'invited', role: 'leader', districts: [], units: [], project: null },
      'console',
    );
    const refusals = [];
    for (const name of ['known', 'gone', 'invited', 'nobody', 'No Body!', '\u0000', 'x'.repeat(80)]) {
      const before = hashing.count.worked;
      const answer = await server
        .browser()
        .ask('/api/sign-in', { json: { name, password: 'wrong wrong wrong' } });
      refusals.push([answer.status, await answer.text(), hashing.count.worked - before]);
    }
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]?.[0]).toBe(401);
    expect(refusals[0]?.[2]).toBe(1);
  });

  test('after some failures the right password does not help either, until the time is over', async () => {
    await server.signedIn('target', 'leader');
    const tried = async (chosen: string, name = 'target') =>
      (await server.browser().ask('/api/sign-in', { json: { name, password: chosen } })).status;
    const guesses = await Promise.all(Array.from({ length: 12 }, () => tried('wrong wrong wrong')));
    expect(guesses.filter((status) => status === 401)).toHaveLength(4);
    expect(guesses.filter((status) => status === 429)).toHaveLength(8);
    const locked = await server.browser().ask('/api/sign-in', { json: { name: 'target', password } });
    expect([locked.status, Number(locked.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    for (const _ of [1, 2, 3, 4]) expect(await tried('wrong wrong wrong', 'stranger')).toBe(401);
    expect(await tried('wrong wrong wrong', 'stranger')).toBe(429);
    await setTimeout(2100);
    expect(await tried(password)).toBe(204);
    const { entries } = await server.access.audit.read({ event: 'locked-out', limit: 10 });
    expect(entries.map(({ subject }) => subject)).toEqual([null, 'target']);
  });

  test('a link that is used ends a lock-out, and tokens made before', async () => {
    const browser = await server.signedIn('forgetful', 'leader');
    const made = await browser.ask('/api/tokens', { json: { name: 'script', days: 2 } });
    const { token } = (await made.json()) as { token: string };
    const bySecret = () =>
      server.browser().ask('/api/query?metrics=appeals', { headers: { Authorization: `Bearer ${token}` } });
    expect((await bySecret()).status).toBe(200);
    const signIn = async (chosen: string) =>
      (await server.browser().ask('/api/sign-in', { json: { name: 'forgetful', password: chosen } })).status;
    for (const _ of [1, 2, 3, 4, 5]) await signIn('wrong wrong wrong');
    expect(await signIn(password)).toBe(429);
    const invitation = linkOf(await server.access.accounts.invite('forgetful', 'console'));
    const chosen = `${password} anew`;
    expect(await server.access.invitations.use({ invitation, password: chosen })).toBe('forgetful');
    expect(await signIn(chosen)).toBe(204);
    expect((await bySecret()).status).toBe(401);
  });

  test('two administrators who leave at the same moment do not leave nobody', async () => {
    const { access } = server;
    const before = await access.accounts.list();
    const others = before.accounts.filter(({ role, disabled }) => role === 'administrator' && !disabled);
    await server.signedIn('leaving-one', 'administrator');
    await server.signedIn('leaving-two', 'administrator');
    for (const { name } of others) await access.accounts.change(name, { disabled: true }, 'console');
    const left = await Promise.allSettled(
      ['leaving-one', 'leaving-two'].map((name) =>
        access.accounts.change(name, { disabled: true }, 'console'),
      ),
    );
    expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const { name } of others) await access.accounts.change(name, { disabled: false }, 'console');
  });

  test('sign-out, another password, another role and a disabled account end sessions within a second', async () => {
    const { access } = server;
    const ends: [string, (name: string, browser: ReturnType<AccessServer['browser']>) => Promise<unknown>][] =
      [
        ['out', (_name, browser) => browser.ask('/api/sign-out', { json: {} })],
        [
          'password',
          (_name, browser) =>
            browser.ask('/api/password', { json: { current: password, next: `${password} again` } }),
        ],
        ['role', (name) => access.accounts.change(name, { role: 'researcher' }, 'console')],
        ['disabled', (name) => access.accounts.change(name, { disabled: true }, 'console')],
        [
          'link',
          async (name) => {
            const { link } = await access.accounts.invite(name, 'console');
            return access.invitations.use({ invitation: linkOf({ link }), password: `${password} third` });
          },
        ],
        [
          'store',
          (name) =>
            server.store.database
              .deleteFrom('session')
              .where('account', 'in', (rows) =>
                rows.selectFrom('account').select('id').where('login', '=', name),
              )
              .execute(),
        ],
      ];
    for (const [how, end] of ends) {
      const name = `ends-${how}`;
      const one = await server.signedIn(name, 'leader');
      const other = server.browser();
      const secret = how === 'out' ? [...one.cookies] : null;
      if (secret) for (const [key, value] of secret) other.cookies.set(key, value);
      else await other.ask('/api/sign-in', { json: { name, password } });
      expect((await other.ask('/api/query?metrics=appeals')).status, how).toBe(200);
      await end(name, one);
      await setTimeout(how === 'store' ? 1000 : 0);
      expect((await other.ask('/api/query?metrics=appeals')).status, how).toBe(401);
    }
  });

  test('an account of a role the city does not know sees and may nothing', async () => {
    const browser = await server.signedIn('odd', 'leader');
    await server.store.database
      .updateTable('account')
      .set({ role: 'emperor' })
      .where('login', '=', 'odd')
      .execute();
    await setTimeout(1000);
    expect(await sessionOf(browser)).toMatchObject({ person: { may: [], scope: null } });
    for (const path of ['/api/query?metrics=appeals', '/api/accounts', '/api/tokens', '/api/export'])
      expect((await browser.ask(path)).status).toBe(403);
  });
});

test('behind TLS the cookie is sent encrypted only, and an address that fails often is not tried', async () => {
  const url = 'https://atlas.example';
  const server = await serveAccess('PGlite', {
    url,
    limits: { pair: 100, account: 100, address: 3, window: 60_000 },
  });
  await server.access.accounts.add(
    { name: 'zhao', role: 'official', districts: ['north'], units: [], project: null },
    'console',
  );
  const { link } = await server.access.accounts.invite('zhao', 'console');
  expect(link).toMatch(/^https:\/\/atlas\.example\/sign-in#invitation=[\w-]{43}$/);
  await server.access.invitations.use({ invitation: link.split('=')[1] ?? '', password });
  const signIn = (chosen: string, name: string) =>
    server.browser().ask('/api/sign-in', { json: { name, password: chosen } });
  const [cookie] = (await signIn(password, 'zhao')).headers.getSetCookie();
  expect(cookie).toMatch(/^__Secure-atlas\.session_token=.*; HttpOnly; Secure; SameSite=Lax$/);
  for (const name of ['one', 'two', 'three']) expect((await signIn('wrong wrong', name)).status).toBe(401);
  expect((await signIn(password, 'zhao')).status).toBe(429);
  const near = await server.access.accounts
    .add({ name: 'x1', role: 'official', districts: ['nort'], units: [], project: null }, 'console')
    .catch((error: Error) => error.message);
  expect(near).toContain('did you mean north');
  await server.close();
}, 60_000);

test('a file that is being taken away breaks off when its session ends', async () => {
  async function* forEver() {
    for (;;) {
      yield Buffer.alloc(1000, 'x');
      await setTimeout(20);
    }
  }
  const stream = async () => Readable.from(forEver(), { objectMode: false });
  const server = await serveAccess('PGlite', {}, { stream });
  const leader = await server.signedIn('leader', 'leader');
  const other = server.browser();
  for (const [name, value] of leader.cookies) other.cookies.set(name, value);
  const response = await other.ask('/api/export?format=ndjson');
  const taken = expect(response.text()).rejects.toThrow();
  const began = Date.now();
  await leader.ask('/api/sign-out', { json: {} });
  await taken;
  expect(Date.now() - began).toBeLessThan(4000);
  const { entries } = await server.access.audit.read({ event: 'export-ended', limit: 1 });
  expect(entries[0]?.detail).toMatchObject({ outcome: 'cancelled' });
  await server.close();
}, 60_000);

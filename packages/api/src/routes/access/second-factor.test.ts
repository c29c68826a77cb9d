import type { SecondFactor, Session } from '@hotline-atlas/model';
import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccessServer, password, serveAccess } from '../../../testing/serve-access.ts';

let server: AccessServer;
beforeAll(async () => {
  server = await serveAccess('PGlite', { limits: { pair: 6, account: 1000, address: 1000, window: 60_000 } });
}, 60_000);
afterAll(() => server.close());

const codeOf = (uri: string, steps = 0): string => {
  const totp = URI.parse(uri) as TOTP;
  return totp.generate({ timestamp: Date.now() + steps * 30_000 });
};

async function withFactor(name: string) {
  const browser = await server.signedIn(name, 'leader');
  const begun = await browser.ask('/api/second-factor', { json: { password } });
  const { uri, backup_codes } = (await begun.json()) as SecondFactor;
  const used = codeOf(uri, 1);
  const confirmed = await browser.ask('/api/second-factor/confirm', { json: { code: used } });
  expect(confirmed.status, await confirmed.text()).toBe(204);
  return { browser, uri, used, backup_codes };
}

const signIn = (name: string, code?: string, chosen = password) =>
  server.browser().ask('/api/sign-in', { json: { name, password: chosen, ...(code && { code }) } });
const problemIn = async (response: Response) =>
  ((await response.json()) as { type: string }).type.split(':').at(-1);

test('a second factor is asked for once it is confirmed, and each code counts once', async () => {
  const { browser, uri, used } = await withFactor('twice');
  const { person } = (await (await browser.ask('/api/session')).json()) as Session;
  expect(person?.second_factor).toBe(true);
  expect(await problemIn(await signIn('twice'))).toBe('code-needed');
  expect(await problemIn(await signIn('twice', '000000'))).toBe('sign-in-refused');
  expect(await problemIn(await signIn('twice', codeOf(uri), 'wrong wrong wrong'))).toBe('sign-in-refused');
  const code = codeOf(uri);
  const both = await Promise.all([signIn('twice', code), signIn('twice', code)]);
  expect(both.map(({ status }) => status).sort()).toEqual([204, 401]);
  expect((await signIn('twice', code)).status).toBe(401);
  expect((await signIn('twice', used)).status).toBe(401);
});

test('guessing codes locks the account out, as guessing passwords does', async () => {
  const { uri } = await withFactor('guessed');
  const guesses: number[] = [];
  for (let at = 0; at < 8; at++) guesses.push((await signIn('guessed', String(100_000 + at))).status);
  expect(guesses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
  expect((await signIn('guessed', codeOf(uri))).status).toBe(429);
});

test('a code that was kept signs in without the app, once', async () => {
  const { backup_codes } = await withFactor('lost');
  expect(backup_codes.length).toBeGreaterThan(5);
  expect((await signIn('lost', backup_codes[0])).status).toBe(204);
  expect((await signIn('lost', backup_codes[0])).status).toBe(401);
  expect((await signIn('lost', backup_codes[1])).status).toBe(204);
});

test('it takes the password to begin and to remove it, and its change ends other sessions', async () => {
  const { browser } = await withFactor('guarded');
  expect((await browser.ask('/api/second-factor', { json: { password } })).status).toBe(409);
  const wrong = await browser.ask('/api/second-factor', { json: { password: 'no' }, method: 'DELETE' });
  expect([wrong.status, await problemIn(wrong)]).toEqual([403, 'password-wrong']);
  const before = server.browser();
  for (const [name, value] of browser.cookies) before.cookies.set(name, value);
  const removed = await browser.ask('/api/second-factor', { json: { password }, method: 'DELETE' });
  expect(removed.status).toBe(204);
  expect((await browser.ask('/api/query?metrics=appeals')).status).toBe(200);
  expect((await before.ask('/api/query?metrics=appeals')).status).toBe(401);
  expect((await signIn('guarded')).status).toBe(204);
});

test('an administrator takes a lost one away, which ends sessions and is written down', async () => {
  const { browser } = await withFactor('helped');
  await server.access.accounts.change('helped', { second_factor: false }, 'boss');
  expect((await browser.ask('/api/query?metrics=appeals')).status).toBe(401);
  expect((await signIn('helped')).status).toBe(204);
  const { entries } = await server.access.audit.read({ event: 'second-factor-off', who: 'boss', limit: 5 });
  expect(entries.map(({ subject }) => subject)).toEqual(['helped']);
});

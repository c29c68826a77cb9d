import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createApp, listen } from '@hotline-atlas/api';
import { openTestStore } from '@hotline-atlas/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureCities, openRiverton } from '../riverton.ts';
import { openAccounts } from '../signed-in.ts';

const command = fileURLToPath(new URL('../../packages/start/src/account-cli.ts', import.meta.url));
let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hotline-atlas-accounts-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Runs `pnpm account` on a data folder. */
async function account(folder: string, ...words: string[]) {
  const environment = { CITY: 'riverton', CITIES_DIR: fixtureCities, DATA_DIR: folder };
  const child = spawn(process.execPath, ['--import', 'tsx', command, ...words], {
    env: { PATH: process.env.PATH, ...environment },
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, problem] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, problem };
}

test('without a server the command keeps accounts in the store of the folder', async () => {
  const added = await account(dataDir, 'add', 'liwei', '--role', 'official', '--districts', 'north');
  expect([added.code, added.problem]).toEqual([0, '']);
  expect(added.out).toMatch(
    /^liwei {2}official {2}north {2}never signed in\nhttp.*\/sign-in#invitation=[\w-]{43}\n/,
  );
  const checked = await account(dataDir, 'audit', '--verify');
  expect([checked.code, checked.out]).toEqual([0, expect.stringMatching(/^2 entries, whole\./)]);
}, 240_000);

test('beside a server that holds the store, the command asks it, and it knows at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-console-'));
  const [riverton, store] = await Promise.all([openRiverton('account_command'), openTestStore()]);
  const access = await openAccounts(store, riverton.city);
  const { database, city } = riverton;
  const server = await listen(createApp({ database, city, store, access, log: () => undefined }), 0);
  const notice = { url: server.url, secret: access.consoleSecret, pid: process.pid };
  writeFileSync(join(folder, 'console.json'), JSON.stringify(notice));
  const added = await account(folder, 'add', 'boss', '--role', 'administrator');
  expect([added.code, added.problem]).toEqual([0, '']);
  const { accounts } = await access.accounts.list();
  expect(accounts.map(({ name, role }) => [name, role])).toEqual([['boss', 'administrator']]);
  const wrong = await account(folder, 'add', 'chen', '--role', 'offical', '--districts', 'north');
  expect([wrong.code, wrong.problem]).toEqual([1, expect.stringContaining('did you mean official?')]);
  const nowhere = await account(folder, 'add', 'chen', '--role', 'official', '--districts', 'Nort');
  expect(nowhere.problem).toContain('did you mean north');
  const both = await account(
    ...[folder, 'add', 'chen', '--role', 'official', '--districts', 'north', '--units', 'south'],
  );
  expect([both.code, both.problem]).toEqual([1, expect.stringContaining('not for both')]);
  const last = await account(folder, 'disable', 'boss');
  expect([last.code, last.problem]).toEqual([1, expect.stringContaining('last administrator')]);
  const { entries } = await access.audit.read({ who: 'console', limit: 9 });
  expect(entries.map(({ event }) => event)).toEqual(['invitation-made', 'account-added']);
  writeFileSync(join(folder, 'console.json'), JSON.stringify({ ...notice, secret: 'x'.repeat(43) }));
  expect((await account(folder, 'list')).problem).toContain('Sign in first');
  await server.close();
  await riverton.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}, 240_000);

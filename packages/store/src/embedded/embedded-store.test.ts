import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ConfigurationError, isAlive } from '@hotline-atlas/machine';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { putEmptyStore } from '../../testing/empty-store.ts';
import { openStore } from '../open-store.ts';
import { StoreUnreachable } from '../store.ts';
import { storeHolder } from './claim-store.ts';
import { leaseStore } from './lease-store.ts';
import { readNotice, socketIn, storeFiles } from './store-files.ts';

// Making an empty store takes seconds, beside other work many.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Files of the store that others could read or write if they got at them. */
const openToOthers = () => {
  const { database } = storeFiles(folder);
  const files = readdirSync(database, { recursive: true, encoding: 'utf8' });
  expect(files.length).toBeGreaterThan(900);
  return files.filter((name) => (statSync(join(database, name)).mode & 0o077) !== 0);
};

const claims = () => readdirSync(folder).filter((name) => name.startsWith('store.claim.'));
const processOf = (): number => readNotice(folder)?.pid ?? 0;

test('programs that start at once share one process, which ends after the last of them', async () => {
  const stores = [1, 2, 3].map(() => openStore({ url: null, folder }));
  await Promise.all(stores.map((store) => store.ready()));
  const pid = processOf();
  expect(claims()).toHaveLength(1);
  expect(storeHolder(folder)?.holder).toBe(`process ${pid} on ${hostname()}`);
  expect(statSync(storeFiles(folder).sockets).mode & 0o777).toBe(0o700);
  expect(openToOthers()).toEqual([]);
  await stores[0]?.close();
  expect(isAlive(pid)).toBe(true);
  await Promise.all(stores.slice(1).map((store) => store.close()));
  expect([isAlive(pid), claims()]).toEqual([false, []]);
});

test('a folder that another machine holds is left alone, with one line that says which', async () => {
  writeFileSync(join(folder, 'store.claim.1796060973045.77.elsewhere.4026531836.00ff'), '');
  const leased = await leaseStore(folder, undefined, { here: 0, elsewhere: 100 }).catch(
    (error: unknown) => error,
  );
  expect(leased).toBeInstanceOf(ConfigurationError);
  expect(String(leased)).toMatch(/^[^\n]*process 77 on elsewhere[^\n]*DATA_DIR[^\n]*$/);
});

test('a process that was killed is started again by whoever asks next, with everything acknowledged', async () => {
  await putEmptyStore(folder);
  const store = openStore({ url: null, folder });
  await sql`CREATE TABLE tried (n integer)`.execute(store.database);
  await sql`INSERT INTO tried VALUES (1)`.execute(store.database);
  const begun = store.database.transaction().execute(async (transaction) => {
    await sql`INSERT INTO tried VALUES (2)`.execute(transaction);
    process.kill(processOf(), 'SIGKILL');
    await sql`INSERT INTO tried VALUES (3)`.execute(transaction);
  });
  await expect(begun).rejects.toThrow(StoreUnreachable);
  const { rows } = await sql`SELECT n FROM tried`.execute(store.database);
  expect(rows).toEqual([{ n: 1 }]);
  await store.close();
});

test('files of a store that were open to others are closed before it is used', async () => {
  await putEmptyStore(folder);
  const { database } = storeFiles(folder);
  for (const name of ['PG_VERSION', 'base/1/PG_VERSION', 'global/pg_control'])
    chmodSync(join(database, name), 0o666);
  const store = openStore({ url: null, folder });
  await sql`CREATE TABLE tried (n integer)`.execute(store.database);
  expect(openToOthers()).toEqual([]);
  await store.close();
});

test('what is no message of the protocol ends its connection, and nothing else', async () => {
  await putEmptyStore(folder);
  const store = openStore({ url: null, folder });
  await store.ready();
  for (const sent of [
    'GET / HTTP/1.1\r\n\r\n',
    '\0\0\0\x04',
    '\xff\xff\xff\xff',
    '\0\0\0\x08\x04\xd2\x16\x2e',
  ]) {
    const socket = connect(socketIn(storeFiles(folder).sockets));
    socket.end(Buffer.from(sent, 'latin1'));
    expect(await text(socket)).toBe('');
  }
  const pid = processOf();
  await expect(sql`COPY view FROM STDIN`.execute(store.database)).rejects.toThrow(/does not take copies/);
  expect((await sql`SELECT 1 AS one`.execute(store.database)).rows).toEqual([{ one: 1 }]);
  expect(processOf()).toBe(pid);
  await store.close();
});

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore } from '../src/open-store.ts';
import type { Store } from '../src/store.ts';
import { putEmptyStore } from './empty-store.ts';
import { hasTestServer, type TestServer, testServer } from './test-server.ts';

export type StoreKind = 'PGlite' | 'PostgreSQL';

if (process.env.EVERY_TEST && !hasTestServer)
  throw new Error('Set TEST_STORE_URL to a PostgreSQL server, or install the package postgresql');

/** The kinds of stores there are on this machine: PostgreSQL only where a server is to be had. */
export const storeKinds: readonly StoreKind[] = hasTestServer ? ['PGlite', 'PostgreSQL'] : ['PGlite'];

/** A fresh store for a test. */
export interface TestStore extends Store {
  /** Where it can be opened once more, by `openStore`. */
  place: { url: string | null; folder: string };
}

let shared: Promise<TestServer> | null = null;
let users = 0;

async function leave(): Promise<void> {
  users--;
  if (users > 0) return;
  const server = await shared;
  shared = null;
  await server?.close();
}

async function asSuperuser(server: TestServer, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server.url}/postgres` });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** A database of its own on the server of this process. */
async function newDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  shared ??= testServer();
  users++;
  const server = await shared;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asSuperuser(server, `CREATE DATABASE ${name}`);
  return {
    url: `${server.url}/${name}`,
    drop: async () => {
      await asSuperuser(server, `DROP DATABASE ${name} WITH (FORCE)`);
      await leave();
    },
  };
}

/** Opens an empty store that is gone once it is closed. */
export async function openTestStore(kind: StoreKind = 'PGlite'): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-store-'));
  const database = kind === 'PostgreSQL' ? await newDatabase() : null;
  if (kind === 'PGlite') await putEmptyStore(folder);
  const place = { url: database?.url ?? null, folder };
  const store = openStore(place);
  await store.ready();
  return {
    ...store,
    place,
    close: async () => {
      await store.close();
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

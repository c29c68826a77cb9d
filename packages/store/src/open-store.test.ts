import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '@hotline-atlas/machine';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTestStore, storeKinds, type TestStore } from '../testing/index.ts';
import { openStore } from './open-store.ts';
import { StoreUnreachable } from './store.ts';

vi.setConfig({ testTimeout: 120_000 });

describe.each(storeKinds)('on %s', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore(kind);
  }, 60_000);
  afterAll(() => store.close());

  test('programs that open an empty store at once apply each migration once', async () => {
    await sql`DROP SCHEMA public CASCADE`.execute(store.database);
    await sql`CREATE SCHEMA public`.execute(store.database);
    const several = [1, 2, 3].map(() => openStore(store.place));
    await Promise.all(several.map((one) => one.ready()));
    const { rows } = await sql<{ n: number; once: number }>`
      SELECT count(*) AS n, count(DISTINCT file) AS once FROM migration`.execute(store.database);
    expect(rows[0]?.n).toBeGreaterThan(0);
    expect(rows[0]?.once).toBe(rows[0]?.n);
    await Promise.all(several.map((one) => one.close()));
  });

  test('a transaction is whole, and seen by nobody before it ends', async () => {
    await sql`CREATE TABLE tried (n integer)`.execute(store.database);
    const failed = store.database.transaction().execute(async (transaction) => {
      await sql`INSERT INTO tried VALUES (1)`.execute(transaction);
      await sql`SELECT 1 / 0`.execute(transaction);
    });
    const meanwhile = sql`SELECT n FROM tried`.execute(store.database);
    await expect(failed).rejects.toThrow(/division by zero/);
    expect((await meanwhile).rows).toEqual([]);
  });

  test('a store that a newer program changed is refused with one line', async () => {
    await sql`INSERT INTO migration (file, hash) VALUES ('900_later.sql', 'x')`.execute(store.database);
    const later = openStore(store.place);
    await expect(later.ready()).rejects.toThrow(ConfigurationError);
    await expect(later.ready()).rejects.toThrow(/^[^\n]*newer version[^\n]*900_later\.sql[^\n]*$/);
    await expect(sql`SELECT 1`.execute(later.database)).rejects.toThrow(StoreUnreachable);
    await later.close();
    await sql`DELETE FROM migration WHERE file = '900_later.sql'`.execute(store.database);
  });
});

test.runIf(storeKinds.includes('PostgreSQL'))(
  'a server without the database is told in one line, and is no server to wait for',
  async () => {
    const store = await openTestStore('PostgreSQL');
    const url = new URL(store.place.url ?? '');
    url.pathname = '/nowhere';
    url.password = 's3cret';
    const other = openStore({ ...store.place, url: url.href });
    const told = await other.ready().catch((error: unknown) => error);
    expect(told).toBeInstanceOf(ConfigurationError);
    expect(String(told)).toMatch(/^[^\n]*STORE_URL \(127\.0\.0\.1:\d+\/nowhere\) has no such database\.$/);
    await other.close();
    await store.close();
  },
);

test('a server that does not answer is named without its password, and is asked again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-store-'));
  const store = openStore({ url: 'postgres://atlas:s3cret@127.0.0.1:9/kept', folder });
  const told = await store.ready().catch((error: unknown) => error);
  expect(told).toBeInstanceOf(StoreUnreachable);
  expect(String(told)).toMatch(/127\.0\.0\.1:9\/kept.*ECONNREFUSED/);
  expect(String(told)).not.toContain('s3cret');
  await store.close();
  rmSync(folder, { recursive: true });
});

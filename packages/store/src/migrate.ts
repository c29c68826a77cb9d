import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigurationError } from '@hotline-atlas/machine';
import type { ClientBase } from 'pg';

/** The migrations of the store. */
const projectFolder = fileURLToPath(new URL('../../../sql/store', import.meta.url));

const oldest = 150_000;
/** Any number, the same for all who migrate. */
const lock = 7_312_345;

interface Migration {
  file: string;
  hash: string;
  sql: string;
}

/** The hash of what a file says, comments and white space apart. */
const hashOf = (sql: string): string =>
  createHash('sha256')
    .update(sql.replace(/^\s*--.*$/gm, '').replace(/\s+/g, ' '))
    .digest('hex');

const migrationsIn = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((file) => /^\d{3}_.+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8');
      return { file, hash: hashOf(sql), sql };
    });

async function checkVersion(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ number: string; version: string }>(
    "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version",
  );
  if (Number(rows[0]?.number) < oldest)
    throw new ConfigurationError(
      `The store needs PostgreSQL 15 or newer; the server of STORE_URL is ${rows[0]?.version}.`,
    );
}

async function appliedIn(client: ClientBase): Promise<Map<string, string>> {
  const { rows: tables } = await client.query("SELECT 1 WHERE to_regclass('migration') IS NOT NULL");
  if (tables.length === 0) return new Map();
  const { rows } = await client.query<{ file: string; hash: string }>('SELECT file, hash FROM migration');
  return new Map(rows.map(({ file, hash }) => [file, hash]));
}

/** @throws ConfigurationError when an applied file was another then, or is not in the folder */
function missingOf(files: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  const unknown = [...applied.keys()].find((file) => !files.some((known) => known.file === file));
  if (unknown)
    throw new ConfigurationError(
      `The store was changed by a newer version of Hotline Atlas (${unknown}). Start that version, or set STORE_URL or DATA_DIR to another store.`,
    );
  const other = files.find(({ file, hash }) => (applied.get(file) ?? hash) !== hash);
  if (other)
    throw new ConfigurationError(
      `The store was made by another version of Hotline Atlas, whose tables differ (${other.file}). Set STORE_URL or DATA_DIR to another store.`,
    );
  return files.filter(({ file }) => !applied.has(file));
}

/**
 * Applies the next missing file in a transaction that no other migrator is in.
 * @returns false where none is missing
 */
async function applyNext(client: ClientBase, files: readonly Migration[]): Promise<boolean> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS migration (file text PRIMARY KEY, hash text NOT NULL, applied timestamptz NOT NULL DEFAULT now())',
    );
    const [next] = missingOf(files, await appliedIn(client));
    if (next) {
      await client.query(next.sql);
      await client.query('INSERT INTO migration (file, hash) VALUES ($1, $2)', [next.file, next.hash]);
    }
    await client.query('COMMIT');
    return next !== undefined;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/**
 * Applies the numbered files of `sql/store/` that were not applied yet, in order, each in a transaction; safe
 * when several programs do so at once.
 * @throws ConfigurationError when the server is too old, or the store was made from other files
 */
export async function migrateStore(client: ClientBase, folder = projectFolder): Promise<void> {
  await checkVersion(client);
  const files = migrationsIn(folder);
  if (missingOf(files, await appliedIn(client)).length === 0) return;
  while (await applyNext(client, files));
}

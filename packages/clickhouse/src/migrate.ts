import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '@hotline-atlas/machine';
import type { Database } from './database.ts';
import { acquireLock, type Lock } from './lock.ts';

const migrationFile = /^\d{3}_.+\.sql$/;

/** The statements of a SQL file: separated by a semicolon at the end of a line, comment lines apart. */
const statementsOf = (text: string): string[] =>
  text
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/^\s*--.*$/gm, '').trim() !== '');

interface Migration {
  file: string;
  hash: string;
}

async function appliedMigrations(database: Database): Promise<Migration[]> {
  await database.command({
    sql: `CREATE TABLE IF NOT EXISTS migration (file String, hash String, applied DateTime DEFAULT now()) ENGINE = MergeTree ORDER BY file
SETTINGS fsync_after_insert = 1`,
  });
  const columns = await database.rows<{ name: string }>({
    sql: "SELECT name FROM system.columns WHERE database = currentDatabase() AND table = 'migration' AND name = 'hash'",
  });
  if (columns.rows.length === 0) throw madeByAnother(database);
  const { rows } = await database.rows<Migration>({ sql: 'SELECT file, hash FROM migration' });
  return rows;
}

const madeByAnother = ({ name }: Database): ConfigurationError =>
  new ConfigurationError(
    `The database ${name} was made by another version of Hotline Atlas, whose tables differ: load its files again into an empty one (set DATA_DIR to another folder, or remove the old one).`,
  );

const madeByNewer = ({ name }: Database, file: string): ConfigurationError =>
  new ConfigurationError(
    `The database ${name} was changed by a newer version of Hotline Atlas (${file}). Start that version, or load the files again into an empty database (set DATA_DIR to another folder).`,
  );

/**
 * The folder's files that were not applied yet.
 * @throws ConfigurationError when an applied one was another then, or is not in the folder
 */
function missingOf(
  database: Database,
  files: readonly Migration[],
  applied: readonly Migration[],
): Migration[] {
  const unknown = applied.find(({ file }) => !files.some((known) => known.file === file));
  if (unknown) throw madeByNewer(database, unknown.file);
  const hashes = new Map(applied.map(({ file, hash }) => [file, hash]));
  if (files.some(({ file, hash }) => (hashes.get(file) ?? hash) !== hash)) throw madeByAnother(database);
  return files.filter(({ file }) => !hashes.has(file));
}

async function apply(
  database: Database,
  folder: string,
  { file, hash }: Migration,
  lock: Pick<Lock, 'confirm'>,
): Promise<void> {
  for (const sql of statementsOf(readFileSync(join(folder, file), 'utf8')))
    await database.command({ sql, label: file });
  await lock.confirm();
  await database.command({
    sql: 'INSERT INTO migration (file, hash) SELECT {file:String}, {hash:String}',
    parameters: { file, hash },
  });
}

/** The hash of what a file's statements say, comments and white space apart. */
const hashOf = (text: string): string =>
  createHash('sha256')
    .update(text.replace(/^\s*--.*$/gm, '').replace(/\s+/g, ' '))
    .digest('hex');

/**
 * Applies the numbered files of a folder that were not applied yet, in order; safe when several processes do
 * so at once.
 * @returns the files applied now
 * @throws ConfigurationError when the database was made from other files, LockLostError when another process
 *   took over
 */
export async function migrate(database: Database, folder: string): Promise<string[]> {
  const files = readdirSync(folder)
    .filter((file) => migrationFile.test(file))
    .sort()
    .map((file) => ({ file, hash: hashOf(readFileSync(join(folder, file), 'utf8')) }));
  if (missingOf(database, files, await appliedMigrations(database)).length === 0) return [];
  const lock = await acquireLock(database, 'migration');
  try {
    const missing = missingOf(database, files, await appliedMigrations(database));
    for (const migration of missing) {
      await lock.confirm();
      await apply(database, folder, migration, lock);
    }
    return missing.map(({ file }) => file);
  } finally {
    await lock.release();
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { acquireLock } from './lock.ts';

const migrationFile = /^\d{3}_[a-z_]+\.sql$/;

/** The statements of a SQL file: separated by a semicolon at the end of a line, comment lines apart. */
export const statementsOf = (text: string): string[] =>
  text
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/^\s*--.*$/gm, '').trim() !== '');

async function appliedMigrations(database: Database): Promise<Set<string>> {
  await database.command({
    sql: `CREATE TABLE IF NOT EXISTS migration (file String, applied DateTime DEFAULT now()) ENGINE = MergeTree ORDER BY file
SETTINGS fsync_after_insert = 1`,
  });
  const { rows } = await database.rows<{ file: string }>({ sql: 'SELECT file FROM migration' });
  return new Set(rows.map(({ file }) => file));
}

async function apply(database: Database, folder: string, file: string): Promise<void> {
  for (const sql of statementsOf(readFileSync(join(folder, file), 'utf8')))
    await database.command({ sql, label: file });
  await database.command({ sql: 'INSERT INTO migration (file) SELECT {file:String}', parameters: { file } });
}

/**
 * Applies the numbered files of a folder that were not applied yet, in order; safe when several processes do so at once.
 * @returns the files applied now
 */
export async function migrate(database: Database, folder: string): Promise<string[]> {
  const files = readdirSync(folder)
    .filter((file) => migrationFile.test(file))
    .sort();
  if (
    files.every(
      (
        (applied) => (file) =>
          applied.has(file)
      )(await appliedMigrations(database)),
    )
  )
    return [];
  const lock = await acquireLock(database, 'migration');
  try {
    const applied = await appliedMigrations(database);
    const missing = files.filter((file) => !applied.has(file));
    for (const file of missing) await apply(database, folder, file);
    return missing;
  } finally {
    await lock.release();
  }
}

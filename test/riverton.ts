import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type City, readCity, sourceOf } from '@hotline-atlas/city';
import { connect, type Database, migrate, readConfiguration, sqlFolder } from '@hotline-atlas/clickhouse';
import { findFiles, type IngestReport, ingest, publishReference } from '@hotline-atlas/ingest';
import { inject } from 'vitest';

export const fixtureCities = fileURLToPath(new URL('./fixtures/cities', import.meta.url));

/**
 * Riverton on the engine of this test run, with a folder for files; each test file has a database of its own.
 */
export interface Riverton {
  city: City;
  database: Database;
  /** Writes a file and returns its path. */
  file(name: string, content: string | Buffer): string;
  load(paths: string[], source?: string): Promise<IngestReport>;
  /** One row, one column. */
  value(sql: string): Promise<unknown>;
  close(): Promise<void>;
}

/** @param city another city than Riverton, with its own sources */
export async function openRiverton(
  name: string,
  city = readCity(fixtureCities, 'riverton'),
): Promise<Riverton> {
  const connection = await connect(readConfiguration({ DATA_DIR: inject('dataDir') }, '/'));
  const database = await connection.database(name);
  await migrate(database, sqlFolder);
  await publishReference(database, city);
  const folder = mkdtempSync(join(tmpdir(), 'hotline-atlas-files-'));
  return {
    city,
    database,
    file(fileName, content) {
      const path = join(folder, fileName);
      writeFileSync(path, content);
      return path;
    },
    async load(paths, source = 'orders') {
      const found = await findFiles(paths);
      return ingest({ database, city, source: sourceOf(city, source), ...found, callerKey: '0'.repeat(32) });
    },
    async value(sql) {
      const { rows } = await database.rows<Record<string, unknown>>({ sql });
      return Object.values(rows[0] ?? {})[0];
    },
    async close() {
      await connection.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Rows of the newest publication only: what a reader sees. */
export const published = 'generation IN (SELECT arrayJoin(generations) FROM newest_edition)';

import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection, Database } from '@hotline-atlas/clickhouse';
import { z } from 'zod';
import { runCommand } from './child.ts';
import type { Rivals } from './measure/compare-sides.ts';
import { filesToLoad } from './measure/loading.ts';
import { fillBare, mergesDone } from './sides/bare.ts';
import { openDuckDb } from './sides/duckdb.ts';
import { fillDuckDb, fillDuckDbFromFiles } from './sides/fill-duckdb.ts';
import { manifestOf, monthFiles } from './synthetic-files.ts';

export interface Prepared {
  rivals: Rivals;
  seconds: { bare: number | null; duckdb: number | null };
  remove(): Promise<void>;
}

export interface PrepareOptions {
  connection: Connection;
  city: Database;
  cityCode: string;
  timeZone: string;
  /** Folder for what is only made to be compared with. */
  work: string;
  /**
   * Parquet files of `pnpm synthesize` to fill DuckDB from, if nothing else was loaded; else the published
   * rows are exported.
   */
  files: string | null;
  without: ReadonlySet<string>;
  duckdbMemory: string;
  say: (line: string) => void;
}

/** Whether nothing but the monthly files of a folder was loaded: no corrections, that is. */
async function wereLoadedAlone(city: Database, folder: string): Promise<boolean> {
  const { rows } = await city.rows<{ loads: number }>({
    sql: 'SELECT toUInt32(sum(length(loads))) AS loads FROM publication',
  });
  return rows[0]?.loads === monthFiles(folder).length;
}

/**
 * Fills the sides that are compared with. What a failure leaves half filled is removed.
 */
export async function prepareRivals(options: PrepareOptions): Promise<Prepared> {
  const { connection, city, cityCode, timeZone, work, without, duckdbMemory, say } = options;
  const files = options.files && (await wereLoadedAlone(city, options.files)) ? options.files : null;
  const bench = await connection.database(`${cityCode}-bench`);
  const path = join(work, 'bench.duckdb');
  const prepared: Prepared = {
    rivals: { bare: null, duckdb: null, duckdbHasCells: files === null },
    seconds: { bare: null, duckdb: null },
    remove: async () => {
      prepared.rivals.duckdb?.close();
      for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
      await bench.command({ sql: 'DROP DATABASE {name:Identifier} SYNC', parameters: { name: bench.name } });
    },
  };
  try {
    if (!without.has('bare')) {
      say('filling the bare table');
      prepared.seconds.bare = await fillBare(bench, city, timeZone);
      prepared.rivals.bare = bench;
    }
    if (!without.has('duckdb')) {
      say('filling DuckDB');
      const duckdb = await openDuckDb(path, duckdbMemory);
      prepared.rivals.duckdb = duckdb;
      prepared.seconds.duckdb = files
        ? await fillDuckDbFromFiles(duckdb, city, timeZone, files)
        : await fillDuckDb(duckdb, city, timeZone, work);
    }
    await mergesDone(bench);
    return prepared;
  } catch (error) {
    await prepared.remove();
    throw error;
  }
}

const manifestSchema = z.object({ appeals: z.number() });

/**
 * Files to compare loading with: the newest of a folder, or made here.
 * @param appeals about so many
 */
export async function loadingFiles(folder: string | null, work: string, appeals: number): Promise<string[]> {
  const from = folder ?? join(work, 'made');
  if (!folder)
    await runCommand('synthesize', ['--appeals', String(appeals), '--out', from], {
      DATA_DIR: join(work, 'making'),
    }).output;
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(manifestOf(from), 'utf8')));
  const bytes = monthFiles(from).reduce((sum, file) => sum + statSync(file).size, 0);
  return filesToLoad(from, bytes / manifest.appeals, appeals);
}

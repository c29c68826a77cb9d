import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Connection, connect, type Database, readConfiguration } from '@hotline-atlas/clickhouse';
import { z } from 'zod';
import { runCommand } from '../child.ts';
import { mergesDone } from '../sides/bare.ts';
import { rounded } from '../summary.ts';
import { monthFiles } from '../synthetic-files.ts';

/** Loading the same files, ours against a bare INSERT … SELECT on the same engine. */
export interface LoadingFigures {
  files: number;
  bytes: number;
  appeals: number;
  /** Until every question is answered, rollups included; as ingest says, and with starting its process. */
  ours_seconds: number;
  ours_wall_seconds: number;
  bare_seconds: number;
  /** Ours over bare. */
  ratio: number;
  ours_per_second: number;
  bare_per_second: number;
  ingest_peak_bytes: number;
  /** The index that search reads, built afterwards; null where loading builds it, or there is none. */
  index_seconds: number | null;
  bytes_per_appeal: number;
  bare_bytes_per_appeal: number;
}

const bareDdl = readFileSync(fileURLToPath(new URL('../../sql/bare_files.sql', import.meta.url)), 'utf8');

/** The newest files of a folder that hold about so many appeals together. */
export function filesToLoad(folder: string, bytesPerAppeal: number, appeals: number): string[] {
  const chosen: string[] = [];
  let held = 0;
  for (const file of monthFiles(folder).reverse()) {
    if (held >= appeals) break;
    chosen.push(file);
    held += statSync(file).size / bytesPerAppeal;
  }
  return chosen.reverse();
}

const sizeOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(file).size, 0);

const ingestSchema = z.object({
  read: z.number(),
  seconds: z.number(),
  search_index: z.object({ seconds: z.number() }).optional(),
});

interface Loaded {
  read: number;
  seconds: number;
  wall: number;
  peak: number;
  index: number | null;
}

async function loadOurs(files: readonly string[], dataDir: string): Promise<Loaded> {
  const began = performance.now();
  const child = runCommand('ingest', [...files, '--source', 'synthetic'], { DATA_DIR: dataDir });
  const output = await child.output;
  const wall = (performance.now() - began) / 1000;
  const said = ingestSchema.parse(JSON.parse(output.trim().split('\n').at(-1) ?? '{}'));
  return {
    read: said.read,
    seconds: said.seconds,
    wall,
    peak: child.peakMemory(),
    index: said.search_index?.seconds ?? null,
  };
}

/** The files by links in one folder, so that one INSERT reads just these. */
function linked(files: readonly string[], folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [at, file] of files.entries())
    symlinkSync(resolve(file), join(folder, `${String(at).padStart(4, '0')}.parquet`));
  return join(folder, '*.parquet');
}

async function loadBare(bench: Database, glob: string): Promise<number> {
  await bench.command({ sql: 'DROP TABLE IF EXISTS bare_files SYNC' });
  await bench.command({
    sql: bareDdl,
    parameters: { table: 'bare_files' },
    label: 'bench: bare table of the files',
  });
  const began = performance.now();
  await bench.command({
    sql: 'INSERT INTO bare_files SELECT * FROM file({glob:String}, Parquet)',
    parameters: { glob },
    settings: { max_insert_threads: '2', min_insert_block_size_rows: '1048576', max_execution_time: 0 },
    label: 'bench: bare load',
  });
  return (performance.now() - began) / 1000;
}

async function bytesOf(database: Database, table: string): Promise<number> {
  const { rows } = await database.rows<{ bytes: number }>({
    sql: `SELECT toUInt64(sum(bytes_on_disk)) / greatest(sum(rows), 1) AS bytes FROM system.parts
WHERE database = currentDatabase() AND active AND table = {table:String}`,
    parameters: { table },
  });
  return rounded(rows[0]?.bytes ?? 0, 1);
}

async function measure(
  files: readonly string[],
  dataDir: string,
  connection: Connection,
  city: string,
): Promise<LoadingFigures> {
  const bench = await connection.database(`${city}-bench`);
  const glob = linked(files, join(dataDir, 'files'));
  const bareBefore = await loadBare(bench, glob);
  await mergesDone(bench);
  const ours = await loadOurs(files, dataDir);
  const ourDatabase = await connection.database(city);
  await mergesDone(ourDatabase);
  const bareBytes = await bytesOf(bench, 'bare_files');
  const bareAfter = await loadBare(bench, glob);
  const bare = (bareBefore + bareAfter) / 2;
  return {
    files: files.length,
    bytes: sizeOf(files),
    appeals: ours.read,
    ours_seconds: rounded(ours.seconds, 2),
    ours_wall_seconds: rounded(ours.wall, 2),
    bare_seconds: rounded(bare, 2),
    ratio: rounded(ours.seconds / bare, 2),
    ours_per_second: Math.round(ours.read / ours.seconds),
    bare_per_second: Math.round(ours.read / bare),
    ingest_peak_bytes: ours.peak,
    index_seconds: ours.index,
    bytes_per_appeal: await bytesOf(ourDatabase, 'appeal'),
    bare_bytes_per_appeal: bareBytes,
  };
}

/**
 * Loads files into an empty data folder of its own: bare, ours, and bare again, on one engine, so that a
 * machine that grows slower or faster meanwhile favours neither. The folder is removed afterwards.
 */
export async function measureLoading(
  files: readonly string[],
  folder: string,
  city: string,
): Promise<LoadingFigures> {
  rmSync(folder, { recursive: true, force: true });
  const connection = await connect(readConfiguration({ DATA_DIR: folder, CITY: city }, '/'));
  try {
    return await measure(files, folder, connection, city);
  } finally {
    await connection.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

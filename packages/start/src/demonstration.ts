import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type City, sourceOf } from '@hotline-atlas/city';
import { type Configuration, type Database, makeDataDir, readPublication } from '@hotline-atlas/clickhouse';
import { expandPaths, ingest, readCallerKey } from '@hotline-atlas/ingest';
import { synthesize } from '@hotline-atlas/synthetic';
import { assertFits, describe, estimateOf } from './estimate.ts';
import type { Progress } from './progress.ts';

export const demonstrationAppeals = 2_000_000;
const sourceName = 'synthetic';

interface LoadedSource {
  files: number;
  others: number;
}

/** Published files of the demonstration, and of anything else. */
async function loadedSources(database: Database): Promise<LoadedSource> {
  const { rows } = await database.rows<LoadedSource>({
    sql: `SELECT countIf(source = {source:String}) AS files, countIf(source != {source:String}) AS others
FROM load FINAL WHERE load IN (SELECT arrayJoin(loads) FROM publication)`,
    parameters: { source: sourceName },
  });
  return rows[0] ?? { files: 0, others: 0 };
}

/** Whether the city can show itself with a made-up history, and does not hold data of its own. */
export async function needsDemonstration(database: Database, city: City, appeals: number): Promise<boolean> {
  if (!city.sources.some(({ name, synthetic }) => name === sourceName && synthetic)) return false;
  const { others } = await loadedSources(database);
  const publication = await readPublication(database);
  return others === 0 && (publication?.appeals ?? 0) < appeals;
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Bytes of the history that are there already: of its files, and of the database where that is on this disk. */
async function presentBytes(database: Database, out: string, embedded: boolean): Promise<number> {
  const made = existsSync(out) ? readdirSync(out).map((file) => sizeOf(join(out, file))) : [];
  const files = made.reduce((sum, bytes) => sum + bytes, 0);
  if (!embedded) return files;
  const { rows } = await database.rows<{ bytes: number }>({
    sql: 'SELECT sum(bytes_on_disk) AS bytes FROM system.parts WHERE database = currentDatabase() AND active',
  });
  return files + (rows[0]?.bytes ?? 0);
}

/** A history that takes longer than this is announced with what it takes. */
const announcedFrom = 5_000_000;

/**
 * Makes the demonstration history and loads it like any other files. Interrupted and called again, it goes on where it
 * was: the same seed makes the same files, and the ledger knows those already loaded.
 */
export async function makeDemonstration(
  configuration: Configuration,
  database: Database,
  city: City,
  appeals: number,
  progress: Progress,
): Promise<void> {
  const out = join(configuration.dataDir, `demonstration-${appeals}`);
  const embedded = configuration.server === null;
  const estimate = estimateOf(appeals, embedded);
  makeDataDir(configuration.dataDir);
  if (appeals >= announcedFrom) progress.say(describe(appeals, estimate));
  assertFits(configuration.dataDir, appeals, estimate, await presentBytes(database, out, embedded));
  const making = progress.step(`making ${appeals.toLocaleString('en')} synthetic appeals`, appeals);
  await synthesize({ database, city, appeals, out, onProgress: ({ appeals: made }) => making.update(made) });
  making.done();
  const files = await expandPaths([join(out, '*.parquet')]);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const read = new Map<string, number>();
  const loading = progress.step('loading them', total);
  await ingest({
    database,
    city,
    source: sourceOf(city, sourceName),
    files,
    callerKey: readCallerKey(configuration),
    events: {
      onWait: (holder) => progress.say(`waiting: ${holder} is loading`),
      onRead: (file, bytes) => {
        read.set(file.path, bytes);
        loading.update([...read.values()].reduce((sum, one) => sum + one, 0));
      },
    },
  });
  loading.done();
  rmSync(out, { recursive: true, force: true });
}

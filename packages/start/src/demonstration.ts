import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type City, sourceOf } from '@hotline-atlas/city';
import { type Configuration, type Database, readPublication } from '@hotline-atlas/clickhouse';
import { expandPaths, ingest, readCallerKey } from '@hotline-atlas/ingest';
import { synthesize } from '@hotline-atlas/synthetic';
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

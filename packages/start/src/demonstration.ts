import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type City, sourceOf } from '@hotline-atlas/city';
import {
  acquireLock,
  type Configuration,
  type Database,
  type Lock,
  makeDataDir,
  readPublication,
} from '@hotline-atlas/clickhouse';
import {
  findFiles,
  type IngestEvents,
  type InputFile,
  ingest,
  LoadError,
  readCallerKey,
} from '@hotline-atlas/ingest';
import type { Progress, Step } from '@hotline-atlas/progress';
import { begunIn, synthesize } from '@hotline-atlas/synthetic';
import {
  begunHistories,
  chooseHistory,
  type DemonstrationRequest,
  historyFolder,
  removeFinished,
  removeHistory,
} from './choose-history.ts';
import { assertFits, describe, estimateOf } from './estimate.ts';

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

/** Whether a made-up history belongs to the pack of a city. */
export const canShowItself = ({ sources }: City): boolean =>
  sources.some(({ name, synthetic }) => name === sourceName && synthetic);

/** Whether everything that is loaded is the demonstration. */
export async function isDemonstration(database: Database, city: City): Promise<boolean> {
  if (!canShowItself(city)) return false;
  const { files, others } = await loadedSources(database);
  return files > 0 && others === 0;
}

/**
 * The made-up history a city is to show itself with: one to make or to go on with, or null where it has data,
 * or can have no such. A server of one's own is for real appeals: it gets none unless asked for.
 * @throws ConfigurationError when one of another size is there
 */
async function neededHistory(
  { dataDir, server }: Configuration,
  database: Database,
  city: City,
  { wanted, appeals }: DemonstrationRequest,
): Promise<number | null> {
  if (!canShowItself(city) || (server && !wanted)) return null;
  const { others } = await loadedSources(database);
  if (others > 0) return null;
  removeFinished(dataDir);
  const publication = await readPublication(database);
  return chooseHistory(appeals, {
    dataDir,
    published: publication?.appeals ?? 0,
    begun: begunHistories(dataDir),
  });
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/**
 * Bytes of the history that are there already: of its files, and of the database where that is on this disk.
 */
async function presentBytes(database: Database, out: string, embedded: boolean): Promise<number> {
  const made = existsSync(out) ? readdirSync(out).map((file) => sizeOf(join(out, file))) : [];
  const files = made.reduce((sum, bytes) => sum + bytes, 0);
  if (!embedded) return files;
  const { rows } = await database.rows<{ bytes: number }>({
    sql: 'SELECT sum(bytes_on_disk) AS bytes FROM system.parts WHERE database = currentDatabase() AND active',
  });
  return files + (rows[0]?.bytes ?? 0);
}

/** The local day of a moment. */
const localDay = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);

/**
 * Which days a history has, whether it tells a story, whether units game in it, and whether orders say who
 * signed for them.
 */
interface Span {
  to: string;
  story: boolean;
  gaming: boolean;
  returns: boolean;
}

/**
 * What a history holds: it ends with yesterday, and one that was begun on an earlier day, or by an earlier
 * version, stays as it was begun.
 */
export function spanOf(out: string, { time_zone }: City, now: Date): Span {
  const begun = begunIn(out);
  return begun
    ? {
        to: begun.to,
        story: begun.story ?? false,
        gaming: begun.gaming ?? false,
        returns: begun.returns ?? false,
      }
    : { to: localDay(now, time_zone), story: true, gaming: true, returns: true };
}

/** Makes the files; those that are there stay. */
async function makeFiles(database: Database, city: City, appeals: number, out: string, progress: Progress) {
  const step = progress.step(`making ${appeals.toLocaleString('en')} synthetic appeals`, appeals);
  const onProgress = ({ appeals: made, kept }: { appeals: number; kept: number }) =>
    step.update(made, { already: kept });
  await synthesize({ database, city, appeals, out, ...spanOf(out, city, new Date()), onProgress });
  step.done();
  const { files } = await findFiles([join(out, '*.parquet')]);
  return files;
}

const sumOf = (amounts: ReadonlyMap<string, number>): number =>
  [...amounts.values()].reduce((sum, one) => sum + one, 0);

/** What loading tells, as steps: reading the files, then what follows once everything counts. */
function loadingSteps(files: readonly InputFile[], progress: Progress) {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const reading = progress.step('loading them', total);
  const read = new Map<string, number>();
  let known = 0;
  let summing: Step | null = null;
  const update = () => reading.update(known + sumOf(read), { already: known });
  const events: IngestEvents = {
    onWait: (holder) => progress.say(`waiting: ${holder} is loading`),
    onUnchanged: ({ bytes }) => {
      known += bytes;
      update();
    },
    onRead: (file, bytes) => {
      read.set(file.path, bytes);
      update();
    },
    onSummed: (appeals, of) => {
      if (appeals > 0) return summing?.update(appeals);
      if (!summing && known + sumOf(read) < total) return undefined;
      (summing ?? reading).done();
      summing = progress.step('summing them up', of);
      return undefined;
    },
  };
  return { events, done: () => (summing ?? reading).done() };
}

async function loadFiles(
  configuration: Configuration,
  database: Database,
  city: City,
  files: InputFile[],
  progress: Progress,
): Promise<void> {
  const { events, done } = loadingSteps(files, progress);
  const callerKey = readCallerKey(configuration);
  const source = sourceOf(city, sourceName);
  const { failed } = await ingest({ database, city, source, files, callerKey, events });
  done();
  if (failed.length > 0) throw new LoadError(failed.map(({ problem }) => problem).join('\n'));
}

/**
 * Makes a history and loads it like any other files. Interrupted and called again, it goes on where it was:
 * the same seed makes the same files, and the ledger knows those already loaded.
 * @throws ConfigurationError when it does not fit on the disk; DatabaseError when the engine fails;
 *   LockLostError when another process took over
 */
async function makeDemonstration(
  configuration: Configuration,
  database: Database,
  city: City,
  appeals: number,
  progress: Progress,
  lock: Pick<Lock, 'confirm'>,
): Promise<void> {
  const { dataDir } = configuration;
  const out = historyFolder(dataDir, appeals);
  const embedded = configuration.server === null;
  const estimate = estimateOf(appeals, embedded);
  makeDataDir(dataDir);
  if (existsSync(out)) progress.say('going on with the history that was begun');
  progress.say(describe(appeals, estimate));
  assertFits(dataDir, appeals, estimate, await presentBytes(database, out, embedded));
  const files = await makeFiles(database, city, appeals, out, progress);
  await lock.confirm();
  await loadFiles(configuration, database, city, files, progress);
  await lock.confirm();
  removeHistory(dataDir, appeals);
}

/**
 * Makes the history a city is to show itself with, where one is needed. Two processes do not do it at once.
 * @throws ConfigurationError when one of another size is there, or it does not fit; DatabaseError when the
 *   engine fails
 */
export async function provideHistory(
  configuration: Configuration,
  database: Database,
  city: City,
  asked: DemonstrationRequest,
  progress: Progress,
): Promise<void> {
  if (asked.wanted && !canShowItself(city))
    progress.say(`The pack of ${city.name.en} has no made-up history: no demonstration data is made`);
  if ((await neededHistory(configuration, database, city, asked)) === null) return;
  const onWait = (holder: string) => progress.say(`waiting: ${holder} is making a history`);
  const lock = await acquireLock(database, 'demonstration', onWait);
  try {
    const appeals = await neededHistory(configuration, database, city, asked);
    if (appeals !== null) await makeDemonstration(configuration, database, city, appeals, progress, lock);
  } finally {
    await lock.release().catch(() => undefined);
  }
}

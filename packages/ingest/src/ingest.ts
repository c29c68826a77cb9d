import { createHash } from 'node:crypto';
import type { City, Source } from '@hotline-atlas/city';
import { type Database, isDatabaseError, precedence, withSettings } from '@hotline-atlas/clickhouse';
import { completeRollups } from './finish/complete-rollups.ts';
import { dropAbandoned } from './finish/drop-abandoned.ts';
import { add, emptyReport, type IngestReport } from './ingest-report.ts';
import { countErased } from './load/count-erased.ts';
import { countFlaws } from './load/count-flaws.ts';
import { countLoads } from './load/count-loads.ts';
import { loadBatch } from './load/load-batch.ts';
import { loadFile, type OnRead } from './load/load-file.ts';
import { recallCallers } from './load/recall-callers.ts';
import { keyHalves } from './map/caller-keys.ts';
import { withDecidedDates } from './map/decide-file-dates.ts';
import { isStopped, lackedFields, mayLack } from './map/filled-fields.ts';
import type { LeftOut } from './map/left-out.ts';
import { publish } from './publish/publish.ts';
import { problemOfFile } from './read/file-problem.ts';
import { contentHash, type FailedFile, type InputFile } from './read/input-file.ts';
import { IntegrityError } from './read/load-error.ts';
import { readLeftOut } from './tables/erasures.ts';
import { type IngestLock, takeIngestLock } from './tables/ingest-lock.ts';
import { blankEntry, countingLoads, type LoadEntry, loadNumbers, now, recordLoads } from './tables/ledger.ts';
import { assertRoom, withItsCause } from './tables/room.ts';

export interface IngestEvents {
  /** Another process is loading; this one waits. */
  onWait?(holder: string): void;
  /** Bytes of the file and records read so far. */
  onRead?(file: InputFile, bytes: number, records: number): void;
  /** Appeals of corrected months that are written anew, of how many. */
  onRewritten?(appeals: number, of: number): void;
  /**
   * Appeals summed up in rollups, of how many: before a load is published, and once more in those that
   * follow.
   */
  onSummed?(appeals: number, of: number): void;
  /** A file has no records. */
  onEmpty?(file: string): void;
  /** A file has no column for fields that other files of its source have. */
  onLacking?(file: InputFile, fields: readonly string[]): void;
  /** The very bytes of a file were loaded before. */
  onUnchanged?(file: InputFile): void;
}

export interface IngestRequest {
  database: Database;
  city: City;
  source: Source;
  files: InputFile[];
  /** Files that were asked for besides and cannot be loaded; they are reported with the others. */
  failed?: FailedFile[];
  /** 32 hexadecimal digits. */
  callerKey: string;
  /** The ingest lock, where finishing goes on under it; else one is taken and released. */
  lock?: IngestLock;
  events?: IngestEvents;
}

/**
 * Loads become visible together, the first after so many rows, then each time twice as many, up to a limit: a
 * reader sees something early, and many small files do not pay for many publications.
 */
const rowsPublished = { first: 2_000_000, most: 16_000_000 };

/** Files on their way in at once: while one is being parsed, another is being sorted and written. */
const filesAtATime = 2;

/**
 * Raised when this program reads the same file under the same mapping differently than before: given again,
 * the file then loads again.
 */
const reading = 2;

const sourceHash = (city: City, source: Source): string =>
  createHash('sha256')
    .update(JSON.stringify([reading, source, city.time_zone, city.bounds, city.earliest]))
    .digest('hex');

/** A file on its way in: its place in the ledger and its bytes. */
interface Task {
  file: InputFile;
  load: number;
  hash: string;
}

/** How a file is read: with which columns lacking, and what of it is left out. */
interface Mapping {
  mapped: Source;
  leftOut: LeftOut;
}

/** Where the engine has failed already, what is said of it matters more than what is noted of it. */
function ignoreDatabaseError(error: unknown): void {
  if (!isDatabaseError(error)) throw error;
}

async function loadOne(
  { database, city, source, mapped, leftOut, callerKey, events }: IngestRequest & Mapping,
  { file, load, hash }: Task,
): Promise<LoadEntry> {
  const entry: LoadEntry = {
    ...blankEntry,
    load,
    file: file.name,
    source: source.name,
    synthetic: source.synthetic ? 1 : 0,
    content_hash: hash,
    source_hash: sourceHash(city, source),
    bytes: file.bytes,
    started: now(),
    state: 'loaded',
  };
  const stamp = { load, started: entry.started.slice(0, 19), callerKey: keyHalves(callerKey), leftOut };
  try {
    const onRead: OnRead = (bytes, records) => events?.onRead?.(file, bytes, records);
    const decided = await withDecidedDates(mapped, file);
    const read = await loadFile(database, city, decided, file, stamp, onRead);
    const lacked = lackedFields(source, read.fields);
    if (lacked.length > 0) events?.onLacking?.(file, lacked);
    return { ...entry, ...read };
  } catch (error) {
    const problem = problemOfFile(file.name, error) ?? (error as Error).message;
    const failure: LoadEntry = { ...entry, state: 'failed', problem };
    await recordLoads(database, [failure]).catch(ignoreDatabaseError);
    throw error;
  }
}

/** A failure of one file is reported and does not keep the others from loading. */
async function reportFailure<Result>(
  report: IngestReport,
  file: InputFile,
  work: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    const problem = problemOfFile(file.name, error);
    if (problem === null) throw error;
    report.failed.push({ file: file.name, problem });
    return null;
  }
}

/**
 * The loads whose records all arrived, with what became of them. One that lost some is reported as failed and
 * does not keep the others from counting.
 */
async function wholeOf(
  database: Database,
  loaded: readonly LoadEntry[],
  report: IngestReport,
): Promise<LoadEntry[]> {
  const whole: LoadEntry[] = [];
  for (const entry of loaded) {
    try {
      whole.push(...(await countLoads(database, [entry])));
    } catch (error) {
      if (!(error instanceof IntegrityError)) throw error;
      report.failed.push({ file: entry.file, problem: error.message });
      await recordLoads(database, [{ ...entry, state: 'failed', problem: error.message }]);
    }
  }
  return whole;
}

/** The same; files are counted one by one only where there is a loss. */
async function soundOf(database: Database, loaded: LoadEntry[], report: IngestReport): Promise<LoadEntry[]> {
  try {
    return await countLoads(database, loaded);
  } catch (error) {
    if (error instanceof IntegrityError) return wholeOf(database, loaded, report);
    throw error;
  }
}

async function ingestLocked(request: IngestRequest, lock: IngestLock): Promise<IngestReport> {
  const { database, city, source, files, events } = request;
  const report = emptyReport(files.length, request.failed ?? []);
  const numberOf = loadNumbers(database);
  await dropAbandoned(database);
  const counting = await countingLoads(database, source.name);
  const mapping = sourceHash(city, source);
  const leftOut = await readLeftOut(database, city, request.callerKey);
  const waiting = [...files];
  const alike = [...counting.values()].flat().filter(({ source_hash: hash }) => hash === mapping);
  const filled = new Set(alike.flatMap(({ fields }) => fields));
  const postponed = new Set<InputFile>();
  const told = (entry: LoadEntry) => {
    add(report, entry);
    for (const field of entry.fields) filled.add(field);
    if (entry.read === 0) events?.onEmpty?.(entry.file);
  };
  await assertRoom(database, files);

  let underWay = new Set<string>();
  let repeats: InputFile[] = [];
  const next = async (): Promise<Task | null> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const sought = file;
      const hash = await reportFailure(report, sought, () => contentHash(sought));
      if (hash === null) continue;
      const known = counting.get(hash)?.at(-1);
      if (known?.source_hash === mapping) {
        report.unchanged++;
        events?.onUnchanged?.(file);
        told(known);
      } else if (underWay.has(hash)) repeats.push(file);
      else if (files.length > 1 && !postponed.has(file) && (await isStopped(mayLack(source, filled), file))) {
        postponed.add(file);
        repeats.push(file);
      } else {
        underWay.add(hash);
        return { file, hash, load: await numberOf() };
      }
    }
    return null;
  };
  const load = (task: Task) => {
    const lenient = mayLack(source, filled);
    return reportFailure(report, task.file, () => loadOne({ ...request, mapped: lenient, leftOut }, task));
  };

  for (let rows = rowsPublished.first; waiting.length > 0; rows = Math.min(2 * rows, rowsPublished.most)) {
    const { loaded } = await loadBatch(next, load, { atATime: filesAtATime, rows });
    const sound = await soundOf(database, loaded, report);
    for (const [flaw, rows] of await countFlaws(database, sound))
      report.flaws[flaw] = (report.flaws[flaw] ?? 0) + rows;
    report.erased += await countErased(database, sound);
    await recallCallers(database, sound, leftOut);
    const replaced = sound.flatMap(({ content_hash: hash }) => counting.get(hash) ?? []);
    const coming = { loaded: sound, withdrawn: replaced.map(({ load: number }) => number) };
    for (const entry of (await publish(database, coming, numberOf, lock, events)).told) {
      told(entry);
      counting.set(entry.content_hash, [entry]);
    }
    waiting.unshift(...repeats);
    underWay = new Set();
    repeats = [];
  }
  await completeRollups(database, lock, events?.onSummed);
  return report;
}

/** Makes room again on a full disk. */
async function takeBack(database: Database, lock: IngestLock): Promise<void> {
  await lock.confirm();
  await dropAbandoned(database);
}

/**
 * Loads files into a city's database. One ingest at a time; a second one waits. A file that cannot be loaded
 * is reported and leaves nothing behind; the others load. Interrupted anywhere and run again, it ends with
 * the same figures. What did not fit on a disk is taken away again, for the sake of whatever else writes
 * there.
 *
 * The stages, each under the ingest lock: what was abandoned is dropped; files are loaded into generations
 * nobody reads; they are published, as one version for as many files as come together; rollups that may
 * follow are filled. Then {@link finishLoads}.
 * @throws LoadError when there is no room for them, DatabaseError when the engine fails
 */
export async function ingest(request: IngestRequest): Promise<IngestReport> {
  const database = withSettings(request.database, precedence.loading);
  const lock = request.lock ?? (await takeIngestLock(request.database, request.events?.onWait));
  try {
    return await ingestLocked({ ...request, database }, lock);
  } catch (error) {
    const cause = await withItsCause(database, error);
    if (isDatabaseError(cause, 'disk_full')) await takeBack(database, lock).catch(ignoreDatabaseError);
    throw cause;
  } finally {
    if (!request.lock) await lock.release();
  }
}

import { createHash } from 'node:crypto';
import type { City, Source } from '@hotline-atlas/city';
import { acquireLock, type Database, isDatabaseError } from '@hotline-atlas/clickhouse';
import { dropAbandoned } from './generations.ts';
import { contentHash, type InputFile } from './input-file.ts';
import { findPublishedLoad, type LoadEntry, nextLoadNumber, now, recordLoad } from './ledger.ts';
import { LoadError } from './load-error.ts';
import { loadFile, type OnRead } from './load-file.ts';
import { IntegrityError, publish } from './publish.ts';

/** What one run of ingest did. `read` = `kept` + `rejected`; `kept` = `added` + `corrected` + `repeated`. */
export interface IngestReport {
  files: number;
  read: number;
  kept: number;
  rejected: number;
  added: number;
  corrected: number;
  repeated: number;
  /** Files whose very bytes were loaded before; their figures are those of that load. */
  unchanged: number;
  failed: { file: string; problem: string }[];
}

export interface IngestEvents {
  /** Another process is loading; this one waits. */
  onWait?(holder: string): void;
  /** Bytes of the file and records read so far. */
  onRead?(file: InputFile, bytes: number, records: number): void;
  onPublish?(loads: number): void;
}

export interface IngestRequest {
  database: Database;
  city: City;
  source: Source;
  files: InputFile[];
  /** 32 hexadecimal digits. */
  callerKey: string;
  events?: IngestEvents;
}

/** Loads are made visible together up to this many, so that many small files do not pay for many publications. */
const mostPending = { loads: 128, rows: 8_000_000 };

const sourceHash = (city: City, source: Source): string =>
  createHash('sha256')
    .update(JSON.stringify([source, city.time_zone, city.bounds, city.earliest]))
    .digest('hex');

const keyHalves = (key: string): readonly [string, string] => [
  BigInt(`0x${key.slice(0, 16)}`).toString(),
  BigInt(`0x${key.slice(16, 32)}`).toString(),
];

interface Counted {
  kept: number;
  rejected: number;
}

async function countLoad(database: Database, load: number): Promise<Counted> {
  const { rows } = await database.rows<Counted>({
    sql: `SELECT (SELECT count() FROM appeal WHERE generation >= {load:UInt32} * 4096 AND generation < ({load:UInt32} + 1) * 4096) AS kept,
       (SELECT count() FROM rejected_row WHERE load = {load:UInt32}) AS rejected`,
    parameters: { load },
  });
  return rows[0] ?? { kept: 0, rejected: 0 };
}

async function loadOne(
  { database, city, source, callerKey }: IngestRequest,
  file: InputFile,
  hash: string,
  onRead: OnRead,
): Promise<LoadEntry> {
  const entry: LoadEntry = {
    load: await nextLoadNumber(database),
    file: file.name,
    source: source.name,
    synthetic: source.synthetic ? 1 : 0,
    content_hash: hash,
    source_hash: sourceHash(city, source),
    bytes: file.bytes,
    started: now(),
    read: 0,
    kept: 0,
    rejected: 0,
    added: 0,
    corrected: 0,
    repeated: 0,
    state: 'loading',
    problem: '',
  };
  await recordLoad(database, entry);
  const stamp = { load: entry.load, started: entry.started.slice(0, 19), callerKey: keyHalves(callerKey) };
  try {
    const read = await loadFile(database, city, source, file, stamp, onRead);
    const counted = await countLoad(database, entry.load);
    if (read !== counted.kept + counted.rejected)
      throw new IntegrityError(
        `${file.name}: ${read} records were read, but ${counted.kept} kept and ${counted.rejected} rejected`,
      );
    return { ...entry, read, ...counted };
  } catch (error) {
    if (!isDatabaseError(error, 'unreachable'))
      await recordLoad(database, { ...entry, state: 'failed', problem: (error as Error).message });
    throw error;
  }
}

const add = (report: IngestReport, { read, kept, rejected, added, corrected, repeated }: LoadEntry): void => {
  report.read += read;
  report.kept += kept;
  report.rejected += rejected;
  report.added += added;
  report.corrected += corrected;
  report.repeated += repeated;
};

async function ingestLocked(request: IngestRequest): Promise<IngestReport> {
  const { database, city, source, files, events } = request;
  const report: IngestReport = {
    files: files.length,
    read: 0,
    kept: 0,
    rejected: 0,
    added: 0,
    corrected: 0,
    repeated: 0,
    unchanged: 0,
    failed: [],
  };
  let pending: LoadEntry[] = [];
  const publishPending = async () => {
    if (pending.length === 0) return;
    events?.onPublish?.(pending.length);
    for (const entry of await publish(database, pending)) add(report, entry);
    pending = [];
  };
  const loadNext = async (file: InputFile) => {
    const hash = await contentHash(file);
    if (pending.some((entry) => entry.content_hash === hash)) await publishPending();
    const known = await findPublishedLoad(database, hash, sourceHash(city, source));
    if (known) {
      report.unchanged++;
      add(report, known);
    } else
      pending.push(
        await loadOne(request, file, hash, (bytes, records) => events?.onRead?.(file, bytes, records)),
      );
    const rows = pending.reduce((sum, { kept }) => sum + kept, 0);
    if (pending.length >= mostPending.loads || rows >= mostPending.rows) await publishPending();
  };
  await dropAbandoned(database);
  for (const file of files)
    try {
      await loadNext(file);
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      report.failed.push({ file: file.name, problem: error.message });
    }
  await publishPending();
  return report;
}

/**
 * Loads files into a city's database. One ingest at a time; a second one waits. A file that cannot be loaded is reported
 * and leaves nothing behind; the others load. Interrupted anywhere and run again, it ends with the same figures.
 * @throws DatabaseError when the engine fails
 */
export async function ingest(request: IngestRequest): Promise<IngestReport> {
  const lock = await acquireLock(request.database, 'ingest', request.events?.onWait);
  try {
    return await ingestLocked(request);
  } finally {
    await lock.release().catch((error: unknown) => {
      if (!isDatabaseError(error)) throw error;
    });
  }
}

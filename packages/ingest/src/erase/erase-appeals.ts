import { randomUUID } from 'node:crypto';
import {
  type Database,
  newBinder,
  precedence,
  readNewestPublication,
  withSettings,
} from '@hotline-atlas/clickhouse';
import { completeRollups } from '../finish/complete-rollups.ts';
import { dropAbandoned } from '../finish/drop-abandoned.ts';
import { type KeyHalves, keyHalves, passingKey } from '../map/caller-keys.ts';
import { groupContents } from '../map/contents.ts';
import { callerHashSql, idHashSql, keySql, withoutQuotation } from '../map/left-out.ts';
import { nextVersion } from '../publish/commit.ts';
import { fieldSets } from '../publish/publish.ts';
import { dropConflicts, findErased } from '../publish/settle/conflicts.ts';
import { createJournal, finishErasure, journal } from '../publish/settle/erased-versions.ts';
import { LoadError } from '../read/load-error.ts';
import { countOf } from '../tables/count-of.ts';
import { type ErasureEntry, type ErasureGrade, readErasures, recordErasure } from '../tables/erasures.ts';
import { type IngestLock, takeIngestLock } from '../tables/ingest-lock.ts';
import { now } from '../tables/ledger.ts';
import { withItsCause } from '../tables/room.ts';
import { type Found, findMeant, idsWhere, listErasing, type Meant, type Sought } from './find-appeals.ts';
import { noSpan, type OnErased, publishBlanked } from './publish-blanked.ts';

/** What is asked for, and by whom. */
export interface ErasureRequest {
  sought: Sought;
  grade: ErasureGrade;
  /** Kept in the ledger: no personal data. */
  reason: string;
  who: string;
}

export interface ErasureEvents {
  /** Another process is loading; this one waits. */
  onWait?(holder: string): void;
  /** Appeals written anew so far, of how many. */
  onErased?: OnErased;
  /** Appeals summed up in rollups, of how many. */
  onSummed?: OnErased;
}

interface Work {
  database: Database;
  lock: IngestLock;
  key: KeyHalves;
  events: ErasureEvents;
}

/** Takes away what rows set aside said. Plain words never stand in a mutation, which is kept on disk. */
async function blankRejected(database: Database, rows: Meant['rejected']): Promise<void> {
  if (rows.length === 0) return;
  await database.command({
    sql: `ALTER TABLE rejected_row UPDATE raw = '', reason = ${withoutQuotation('reason')}
WHERE (load, line) IN (SELECT arrayJoin(arrayZip({loads:Array(UInt32)}, {lines:Array(UInt64)})))`,
    parameters: { loads: rows.map(([load]) => load), lines: rows.map(([, line]) => line) },
    settings: { mutations_sync: '2' },
    label: 'blank rows set aside',
  });
}

/** Writes who is meant into the ledger, as hashes; they count once an edition says so. */
async function recordHashes(
  database: Database,
  key: KeyHalves,
  { erasure, grade, begun }: ErasureEntry,
  { select, parameters, hash }: Meant,
): Promise<void> {
  const binder = newBinder();
  const { bind } = binder;
  const secret = keySql(key, binder);
  const own = `${bind(grade, 'String')} AS grade, ${bind(erasure, 'UUID')} AS erasure`;
  await database.command({
    sql: `INSERT INTO erased_id (hash, grade, erasure) SELECT ${idHashSql('id', secret)}, ${own} FROM (SELECT DISTINCT id FROM (${select}))`,
    parameters: { ...binder.parameters, ...parameters },
    label: 'record erased ids',
  });
  if (hash === null) return;
  const before = `toDateTime(${bind(begun.slice(0, 19), 'String')}, 'UTC') AS before`;
  await database.command({
    sql: `INSERT INTO erased_caller (hash, grade, erasure, before) SELECT ${callerHashSql(bind(hash, 'UInt64'), secret)}, ${own}, ${before}`,
    parameters: binder.parameters,
    label: 'record an erased caller',
  });
}

/** Lists the ids of an erasure by what the ledger holds of it: also those loaded since it was begun. */
async function listMeant({ database, key }: Work, { erasure, begun }: ErasureEntry): Promise<void> {
  const published = (await readNewestPublication(database))?.generations ?? [];
  const binder = newBinder();
  const { bind } = binder;
  const secret = keySql(key, binder);
  const isOwn = `erasure = ${bind(erasure, 'UUID')}`;
  const moment = `toDateTime(${bind(begun.slice(0, 19), 'String')}, 'UTC')`;
  const isMeant = `${idHashSql('id', secret)} IN (SELECT hash FROM erased_id WHERE ${isOwn})
OR caller != 0 AND received < ${moment} AND ${callerHashSql('caller', secret)} IN (SELECT hash FROM erased_caller WHERE ${isOwn})`;
  await listErasing(database, idsWhere(isMeant), { ...binder.parameters, published });
}

/** Notes what is to be done to the versions of what is in `erasing`. */
async function fillJournal(
  { database }: Work,
  { grade }: ErasureEntry,
  passing: KeyHalves,
  published: readonly number[],
): Promise<void> {
  if (grade === 'whole') {
    await findErased(database, published, groupContents(await fieldSets(database, [])));
    await database.command({
      sql: `INSERT INTO ${journal} SELECT load, line, 1, 1, says_after, 0 FROM conflict
WHERE is_version AND says_after != '' AND id IN (SELECT id FROM erasing)`,
      label: 'versions to delete',
    });
    await dropConflicts(database);
    return;
  }
  const binder = newBinder();
  await database.command({
    sql: `INSERT INTO ${journal} SELECT load, line, 1, 0, '', if(caller = 0, 0, sipHash64Keyed(${keySql(passing, binder)}, caller))
FROM appeal_version WHERE id IN (SELECT id FROM erasing) LIMIT 1 BY load, line`,
    parameters: binder.parameters,
    label: 'versions to blank',
  });
}

/** Erases what is in `erasing`, in one version of the data. @returns how many appeals that were */
async function apply(work: Work, entry: ErasureEntry): Promise<number> {
  const { database, lock, events } = work;
  const publication = await readNewestPublication(database);
  if (!publication) throw new LoadError('Nothing was ever loaded, so there is nothing to erase.');
  const published = publication.generations;
  const { rows } = await database.rows<{ generation: number; held: number }>({
    sql: `SELECT generation, count() AS held FROM appeal
WHERE generation IN {published:Array(UInt32)} AND id IN (SELECT id FROM erasing) GROUP BY generation ORDER BY generation`,
    parameters: { published },
    label: 'months of what is erased',
  });
  const appeals = rows.reduce((sum, { held }) => sum + held, 0);
  const whole = entry.grade === 'whole';
  const key = passingKey();
  await createJournal(database, nextVersion(publication));
  await fillJournal(work, entry, key, published);
  const blanking = {
    ...noSpan,
    generations: rows.map(({ generation }) => generation),
    whole,
    removed: whole ? appeals : 0,
    key,
    erasures: [entry.erasure],
    sumsStay: false,
  };
  await publishBlanked(database, lock, publication, blanking, events);
  await finishErasure(database);
  await completeRollups(database, lock, events.onSummed);
  return appeals;
}

/** What an erasure would concern. Nothing is changed. @param callerKey 32 hexadecimal digits */
export const findAppeals = async (database: Database, callerKey: string, sought: Sought): Promise<Found> =>
  (await findMeant(database, sought, keyHalves(callerKey))).found;

/**
 * Begins the erasure of a person's appeals: who is meant is written into the ledger, as hashes. From then on
 * {@link resumeErasures} completes it, whatever happens to this process.
 * @param callerKey 32 hexadecimal digits
 * @throws LoadError when nothing is found
 */
export async function beginErasure(
  database: Database,
  callerKey: string,
  { sought, grade, reason, who }: ErasureRequest,
): Promise<ErasureEntry> {
  const key = keyHalves(callerKey);
  const meant = await findMeant(database, sought, key);
  const { appeals, versions, rejected } = meant.found;
  if (appeals + versions + rejected === 0)
    throw new LoadError('No appeal of this person is known, so nothing was erased.');
  const entry: ErasureEntry = {
    erasure: randomUUID(),
    begun: now(),
    of: meant.hash === null ? 'ids' : 'caller',
    grade,
    reason,
    who,
    state: 'begun',
    appeals,
    versions,
    rejected,
  };
  await recordHashes(database, key, entry, meant);
  await recordErasure(database, entry);
  await blankRejected(database, meant.rejected);
  return entry;
}

const isCounting = async (database: Database, erasure: string): Promise<boolean> =>
  (await countOf(database, 'SELECT count() AS found FROM publication WHERE has(erasures, {erasure:UUID})', {
    erasure,
  })) > 0;

const isBegun = ({ state, of }: ErasureEntry): boolean => state === 'begun' && of !== 'retention';

/** Completes an erasure; one that counts already had only to be told complete. */
async function complete(work: Work, entry: ErasureEntry): Promise<ErasureEntry> {
  const { database } = work;
  let { appeals } = entry;
  if (!(await isCounting(database, entry.erasure))) {
    await listMeant(work, entry);
    appeals = await apply(work, entry);
  }
  const completed: ErasureEntry = { ...entry, appeals, state: 'complete' };
  await recordErasure(database, completed);
  return completed;
}

/**
 * Completes the erasures of persons that were begun, each as one version of the data. Interrupted anywhere
 * and called again, it goes on.
 * @param callerKey 32 hexadecimal digits
 * @returns those that are complete now
 */
export async function resumeErasures(
  database: Database,
  callerKey: string,
  events: ErasureEvents = {},
): Promise<ErasureEntry[]> {
  if (!(await readErasures(database)).some(isBegun)) return [];
  const lock = await takeIngestLock(database, events.onWait);
  try {
    const patient = withSettings(database, precedence.loading);
    await dropAbandoned(patient);
    const work = { database: patient, lock, key: keyHalves(callerKey), events };
    const completed: ErasureEntry[] = [];
    for (const entry of (await readErasures(database)).filter(isBegun).reverse())
      completed.push(await complete(work, entry));
    return completed;
  } catch (error) {
    throw await withItsCause(database, error);
  } finally {
    await lock.release();
  }
}

/**
 * Erases a person's appeals: blanks their texts, or takes them out of every figure, all at one moment.
 * @param callerKey 32 hexadecimal digits
 * @throws LoadError when nothing is found
 */
export async function eraseAppeals(
  database: Database,
  callerKey: string,
  request: ErasureRequest,
  { onBegun, ...events }: ErasureEvents & { onBegun?: (entry: ErasureEntry) => void } = {},
): Promise<ErasureEntry> {
  const entry = await beginErasure(database, callerKey, request);
  onBegun?.(entry);
  const completed = await resumeErasures(database, callerKey, events);
  const { rejected } = await findMeant(database, request.sought, keyHalves(callerKey));
  await blankRejected(database, rejected);
  const newest = completed.find(({ erasure }) => erasure === entry.erasure);
  return newest ?? (await readErasures(database)).find(({ erasure }) => erasure === entry.erasure) ?? entry;
}

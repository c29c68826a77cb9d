import { randomUUID } from 'node:crypto';
import { type City, type KeptFrom, keptFrom } from '@hotline-atlas/city';
import {
  type Database,
  monthNumber,
  monthOfGeneration,
  newBinder,
  precedence,
  readNewestPublication,
  withSettings,
} from '@hotline-atlas/clickhouse';
import { completeRollups } from '../finish/complete-rollups.ts';
import { dropAbandoned } from '../finish/drop-abandoned.ts';
import { type KeyHalves, passingKey } from '../map/caller-keys.ts';
import { type Blanked, keySql, withoutQuotation } from '../map/left-out.ts';
import { nextVersion } from '../publish/commit.ts';
import { createJournal, finishErasure, journal } from '../publish/settle/erased-versions.ts';
import {
  blankedOrDue,
  type ErasureEntry,
  readBlanked,
  readErasures,
  recordErasure,
} from '../tables/erasures.ts';
import { type IngestLock, takeIngestLock } from '../tables/ingest-lock.ts';
import { now as present } from '../tables/ledger.ts';
import { withItsCause } from '../tables/room.ts';
import type { ErasureEvents } from './erase-appeals.ts';
import { listErasing } from './find-appeals.ts';
import { publishBlanked } from './publish-blanked.ts';

/** What is older than the city keeps it, or was. */
export interface DueReport {
  /** Appeals whose texts, replies and places are due. */
  texts: number;
  /** Appeals whose callers are due. */
  callers: number;
  /** Rows set aside that are due. */
  rejected: number;
  /** First days that are kept from now on; null: all. */
  kept_from: KeptFrom;
}

/** A generation with what is due of it. */
interface Due {
  generation: number;
  texts: number;
  callers: number;
}

/** So many appeals are written anew before they are published: what is on disk twice. */
const rowsAStep = 16_000_000;

/** Generations with appeals that are due, by month. */
async function findDue(database: Database, blanked: Blanked, due: Blanked): Promise<Due[]> {
  const published = (await readNewestPublication(database))?.generations ?? [];
  const spans = [
    [blanked.texts, due.texts],
    [blanked.callers, due.callers],
  ].filter(([from = '', to = '']) => from < to);
  const months = spans.flat().map(monthNumber);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const within = published.filter((generation) => {
    const month = monthOfGeneration(generation);
    return month >= first && month <= last;
  });
  if (within.length === 0) return [];
  const { rows } = await database.rows<Due>({
    sql: `SELECT generation,
       countIf(day >= {texts_from:Date} AND day < {texts_before:Date}) AS texts,
       countIf(caller != 0 AND day >= {callers_from:Date} AND day < {callers_before:Date}) AS callers
FROM appeal WHERE generation IN {within:Array(UInt32)} GROUP BY generation HAVING texts + callers > 0`,
    parameters: {
      within,
      texts_from: blanked.texts,
      texts_before: due.texts,
      callers_from: blanked.callers,
      callers_before: due.callers,
    },
    label: 'what is due',
  });
  return rows.sort((a, b) => monthOfGeneration(a.generation) - monthOfGeneration(b.generation));
}

/** The last day whose rows set aside are kept: they are as old as their load. */
const rejectedBefore = ({ texts, callers }: KeptFrom): string =>
  [texts, callers].reduce<string>((last, day) => (day !== null && day > last ? day : last), '1970-01-01');

const isRejectedDue = `raw != '' AND load IN (SELECT load FROM load FINAL WHERE toDate(toTimeZone(started, {zone:String})) < {before:Date})`;

async function countRejected(database: Database, before: string, zone: string): Promise<number> {
  const { rows } = await database.rows<{ found: number }>({
    sql: `SELECT count() AS found FROM rejected_row WHERE ${isRejectedDue}`,
    parameters: { before, zone },
  });
  return rows[0]?.found ?? 0;
}

const blankRejected = (database: Database, before: string, zone: string): Promise<void> =>
  database.command({
    sql: `ALTER TABLE rejected_row UPDATE raw = '', reason = ${withoutQuotation('reason')} WHERE ${isRejectedDue}`,
    parameters: { before, zone },
    settings: { mutations_sync: '2' },
    label: 'blank rows set aside',
  });

/** Generations of whole months, so many appeals at a time. */
function stepsOf(due: readonly Due[], rowsOf: (generation: number) => number): Due[][] {
  const steps: Due[][] = [];
  let rows = Number.POSITIVE_INFINITY;
  let month = -1;
  for (const each of due) {
    const own = monthOfGeneration(each.generation);
    if (rows > rowsAStep && own !== month) {
      steps.push([]);
      rows = 0;
    }
    steps.at(-1)?.push(each);
    rows += rowsOf(each.generation);
    month = own;
  }
  return steps;
}

/** The first day of the month after a generation's. */
function endOf({ generation }: Due): string {
  const month = monthOfGeneration(generation) + 1;
  return `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
const later = (one: string, other: string): string => (one > other ? one : other);

/** Notes what is to be done to versions of the appeals of a step that are due. */
async function fillJournal(
  database: Database,
  generations: readonly number[],
  { from, before, key }: { from: Blanked; before: Blanked; key: KeyHalves },
): Promise<void> {
  const binder = newBinder();
  const { bind } = binder;
  const isDue = `day < ${bind(before.texts, 'Date')}`;
  const isCallerDue = `day >= ${bind(from.callers, 'Date')} AND day < ${bind(before.callers, 'Date')}`;
  await database.command({
    sql: `INSERT INTO ${journal} SELECT load, line, counted.texts_due, 0, '',
  if(caller != 0 AND counted.caller_due, sipHash64Keyed(${keySql(key, binder)}, caller), caller)
FROM appeal_version
INNER JOIN (
    SELECT id, ${isDue} AS texts_due, ${isCallerDue} AS caller_due FROM appeal
    WHERE generation IN ${bind(generations, 'Array(UInt32)')} AND cityHash64(id) IN (SELECT cityHash64(id) FROM appeal_version)
      AND (texts_due OR caller_due)
) AS counted USING id
LIMIT 1 BY load, line`,
    parameters: binder.parameters,
    label: 'versions that are due',
  });
}

interface Run {
  database: Database;
  lock: IngestLock;
  due: Blanked;
  key: KeyHalves;
  events: ErasureEvents;
}

/** Blanks one step, as one version. @returns what is blanked from then on */
async function eraseStep({ database, lock, due, key, events }: Run, step: readonly Due[], isLast: boolean) {
  const publication = await readNewestPublication(database);
  const last = step.at(-1);
  if (!publication || !last) return;
  const from = await readBlanked(database);
  const end = endOf(last);
  const before: Blanked = isLast
    ? due
    : {
        texts: later(from.texts, earlier(due.texts, end)),
        callers: later(from.callers, earlier(due.callers, end)),
      };
  const generations = step.map(({ generation }) => generation);
  await listErasing(database, "SELECT '' AS id WHERE 0", {});
  await createJournal(database, nextVersion(publication));
  await fillJournal(database, generations, { from, before, key });
  await publishBlanked(
    database,
    lock,
    publication,
    {
      generations,
      before,
      callersFrom: from.callers,
      whole: false,
      removed: 0,
      key,
      erasures: [],
      sumsStay: step.every(({ callers }) => callers === 0),
    },
    events,
  );
  await finishErasure(database);
}

async function recordRun(
  database: Database,
  { retention }: City,
  done: Pick<ErasureEntry, 'appeals' | 'rejected' | 'state'>,
): Promise<void> {
  const begun = (await readErasures(database)).find(
    ({ of, state }) => of === 'retention' && state === 'begun',
  );
  await recordErasure(database, {
    erasure: begun?.erasure ?? randomUUID(),
    begun: begun?.begun ?? present(),
    of: 'retention',
    grade: 'texts',
    reason: Object.entries(retention ?? {})
      .map(([what, span]) => `${what} ${span}`)
      .join(', '),
    who: 'retention',
    versions: 0,
    ...done,
  });
}

async function eraseLocked(run: Run, city: City, kept: KeptFrom): Promise<DueReport> {
  const { database, due } = run;
  const found = await findDue(database, await readBlanked(database), due);
  const rejected = await countRejected(database, rejectedBefore(kept), city.time_zone);
  const sum = (of: 'texts' | 'callers') => found.reduce((all, each) => all + each[of], 0);
  const report = { texts: sum('texts'), callers: sum('callers'), rejected, kept_from: kept };
  if (found.length === 0 && rejected === 0) return report;
  const done = { appeals: Math.max(report.texts, report.callers), rejected };
  await recordRun(database, city, { ...done, state: 'begun' });
  if (rejected > 0) await blankRejected(database, rejectedBefore(kept), city.time_zone);
  const publication = await readNewestPublication(database);
  const rows = new Map(
    publication?.generations.map((each, index) => [each, publication.rows.appeal?.[index] ?? 0]),
  );
  const steps = stepsOf(found, (generation) => rows.get(generation) ?? 0);
  for (const [at, step] of steps.entries()) await eraseStep(run, step, at === steps.length - 1);
  await completeRollups(database, run.lock, run.events.onSummed);
  await recordRun(database, city, { ...done, state: 'complete' });
  return report;
}

/** What is due. Nothing is changed. */
export async function findDueErasures(database: Database, city: City, now = new Date()): Promise<DueReport> {
  const kept = keptFrom(city.retention, city.time_zone, now);
  const blanked = await readBlanked(database);
  const found = await findDue(database, blanked, blankedOrDue(blanked, kept));
  const sum = (of: 'texts' | 'callers') => found.reduce((all, each) => all + each[of], 0);
  const rejected = await countRejected(database, rejectedBefore(kept), city.time_zone);
  return { texts: sum('texts'), callers: sum('callers'), rejected, kept_from: kept };
}

/**
 * Blanks what is older than the city keeps it, some months at a time, the oldest first; each time is one
 * version of the data. Interrupted anywhere and called again, it goes on. Counts, rates and rollups of counts
 * stay; callers of the months of one run stay equal or different among themselves.
 */
export async function eraseDue(
  database: Database,
  city: City,
  events: ErasureEvents = {},
  now = new Date(),
): Promise<DueReport> {
  const kept = keptFrom(city.retention, city.time_zone, now);
  const patient = withSettings(database, precedence.loading);
  const lock = await takeIngestLock(database, events.onWait);
  try {
    await dropAbandoned(patient);
    const due = blankedOrDue(await readBlanked(patient), kept);
    return await eraseLocked({ database: patient, lock, due, key: passingKey(), events }, city, kept);
  } catch (error) {
    throw await withItsCause(database, error);
  } finally {
    await lock.release();
  }
}

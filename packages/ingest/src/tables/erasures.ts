import { Readable } from 'node:stream';
import { type City, type KeptFrom, keptFrom } from '@hotline-atlas/city';
import type { Database } from '@hotline-atlas/clickhouse';
import { keyHalves, passingKey } from '../map/caller-keys.ts';
import { type Blanked, countingErasure, type LeftOut, nothingBlanked } from '../map/left-out.ts';
import { now } from './ledger.ts';

/** `texts`: blanked, the appeals still count. `whole`: the appeals are gone from every figure. */
export type ErasureGrade = 'texts' | 'whole';

/** One line of the ledger of erasures. It holds no personal data. */
export interface ErasureEntry {
  erasure: string;
  /** UTC, `2024-01-01 00:00:00.000`. */
  begun: string;
  of: 'retention' | 'caller' | 'ids';
  grade: ErasureGrade;
  reason: string;
  who: string;
  state: 'begun' | 'complete';
  appeals: number;
  /** Versions of them that were kept beside. */
  versions: number;
  /** Rows set aside that named them. */
  rejected: number;
}

/** Writes the newest state of an erasure. */
export async function recordErasure(database: Database, entry: ErasureEntry): Promise<void> {
  const line = JSON.stringify({ ...entry, written: now() });
  await database.insert({ sql: 'INSERT INTO erasure FORMAT JSONEachRow' }, Readable.from([line]));
}

/** Erasures, the newest first. */
export async function readErasures(database: Database): Promise<ErasureEntry[]> {
  const { rows } = await database.rows<ErasureEntry>({
    sql: `SELECT * EXCEPT written FROM erasure FINAL ORDER BY begun DESC LIMIT 1000`,
    label: 'erasures',
  });
  return rows;
}

/** What the editions say is blanked. */
export async function readBlanked(database: Database): Promise<Blanked> {
  const { rows } = await database.rows<Blanked>({
    sql: 'SELECT max(texts_before) AS texts, max(callers_before) AS callers FROM publication',
    label: 'what is blanked',
  });
  return rows[0] ?? nothingBlanked;
}

const later = (one: string, other: string | null): string => (other !== null && other > one ? other : one);

/** What is blanked and what is due, whichever reaches further. */
export const blankedOrDue = (blanked: Blanked, due: KeptFrom): Blanked => ({
  texts: later(blanked.texts, due.texts),
  callers: later(blanked.callers, due.callers),
});

/** What a load that begins now leaves out. @param callerKey 32 hexadecimal digits */
export async function readLeftOut(database: Database, city: City, callerKey: string): Promise<LeftOut> {
  const due = keptFrom(city.retention, city.time_zone, new Date());
  const { rows } = await database.rows<LeftOut['callers'] & { ids: number }>({
    sql: `SELECT (SELECT count() FROM erased_id WHERE ${countingErasure}) AS ids,
       groupArray(toString(hash)) AS hashes, groupArray(until) AS before, groupArray(whole_until) AS whole
FROM (SELECT hash, toUnixTimestamp(max(before)) AS until, toUnixTimestamp(maxIf(before, grade = 'whole')) AS whole_until
      FROM erased_caller WHERE ${countingErasure} GROUP BY hash)`,
    label: 'what was erased',
  });
  const { ids = 0, ...callers } = rows[0] ?? { hashes: [], before: [], whole: [] };
  return {
    before: blankedOrDue(await readBlanked(database), due),
    ids: ids > 0,
    callers,
    key: keyHalves(callerKey),
    passing: passingKey(),
  };
}

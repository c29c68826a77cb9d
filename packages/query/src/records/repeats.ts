import type { RepeatKind, Selection } from '@hotline-atlas/model';
import { fewestRepeats } from '@hotline-atlas/model';
import { cellAt } from '../compile/dimension.ts';
import type { PlannedCity } from '../plan/plan.ts';
import { appealTable } from '../plan/table.ts';
import { boundsOfQuestions } from '../run/limits.ts';
import type { Run } from '../run/run.ts';
import { bind, name, type Sql, sql } from '../sql/sql.ts';
import { seesAddresses } from './cell-addresses.ts';
import { momentSeen } from './moment.ts';
import { pseudonym, type Reader, recordNumber } from './record-columns.ts';
import { monthsOfRecords, recordConditions } from './selected.ts';

/** Where, for whom and how repetitions are read. */
export type RepeatsRun = Run & Reader & { city: PlannedCity };

/** Repetitions that are looked at, those of the most appeals. */
const mostCandidates = 2000;
/** Appeals of one repetition that are read, the newest. */
const mostAppeals = 1000;

/** A caller, or a place, with one matter: a key, and how many appeals there are. */
export interface Repeated {
  key: string;
  appeals: number;
  /** Repetitions of the kind there are in all. */
  found: number;
}

/** An appeal of a repetition. */
export interface RepeatedAppeal {
  key: string;
  id: string;
  day: string;
  topic1: string;
  topic2: string;
  topic3: string;
  district: string;
  subdistrict: string;
  unit: string;
  status: string;
  open: number;
  received: number;
  /** 0 where it is not closed; like received, no finer than whoever asks may see. */
  closed: number;
  resolved: string;
  /** Tells callers apart; empty where unknown or closed to whoever asks. Never shown. */
  caller: string;
  pseudonym: string | null;
  address: string;
  cell: string;
}

/** The cell as fine as it may be seen; 0 where unknown. */
const cellSeen = ({ scope: { place } }: Reader): Sql =>
  place === 'point' ? sql`source.cell` : cellAt(appealTable, place);

const addressOf = sql`lower(trimBoth(source.address))`;
/** A postcode alone names no place, and neither do digits: an address has letters, of whatever script. */
const isAddress = sql`match(source.address, '\\\\p{L}')`;

/**
 * What stands for the same caller, or for the same place: its address where that may be seen, else its cell;
 * 0 where it is not known.
 */
function sameOf(kind: RepeatKind, reader: Reader): Sql {
  if (kind === 'caller') return sql`source.caller`;
  const cell = cellSeen(reader);
  const byCell = sql`if(${cell} = 0, 0, cityHash64('cell', ${cell}))`;
  return seesAddresses(reader.scope)
    ? sql`if(${isAddress}, cityHash64('address', source.district, ${addressOf}), ${byCell})`
    : byCell;
}

const keyOf = (kind: RepeatKind, reader: Reader): Sql =>
  sql`cityHash64(source.topic1, source.topic2, ${sameOf(kind, reader)})`;

const rowsOf = (kind: RepeatKind, selection: Selection, run: RepeatsRun): Sql =>
  sql`FROM appeal AS source
WHERE ${recordConditions(selection, monthsOfRecords(selection, run.history, run.city), run.scope)}
  AND source.topic2 != '' AND ${sameOf(kind, run)} != 0`;

/** Keys have 64 bits, and so cross as texts. */
const among = (keys: readonly string[]): Sql =>
  sql`arrayMap(key -> toUInt64(key), ${bind('keys', 'Array(String)', keys)})`;

/** Whether somebody may know which appeals are of one person, as with related appeals. */
export const seesCallers = ({ scope }: Pick<Reader, 'scope'>): boolean =>
  scope.callers !== null || scope.texts;

/** Seconds of a time as finely as it may be seen; 0 where it is not known. */
const secondsSeen = (column: 'received' | 'closed', { scope, timeZone }: Reader): Sql =>
  sql`if(toUnixTimestamp(source.${name(column)}) = 0, 0, toUnixTimestamp(${momentSeen(column, scope, timeZone)}))`;

async function ask<Row>({ text, parameters }: Sql, run: RepeatsRun, label: string) {
  const { database, signal } = run;
  return database.rows<Row>({ sql: text, parameters, settings: boundsOfQuestions, signal, label });
}

/** Callers, or places, that come back about the same matter, those of the most appeals. */
export function readRepeated(kind: RepeatKind, selection: Selection, run: RepeatsRun) {
  const statement = sql`SELECT toString(key) AS key, toUInt32(appeals) AS appeals, toUInt32(count() OVER ()) AS found
FROM (
  SELECT ${keyOf(kind, run)} AS key, count() AS appeals
  ${rowsOf(kind, selection, run)}
  GROUP BY key
  HAVING appeals >= ${bind('fewest', 'UInt32', fewestRepeats[kind])}
)
ORDER BY appeals DESC, key
LIMIT ${bind('rows', 'UInt32', mostCandidates)}`;
  return ask<Repeated>(statement, run, 'repeats: candidates');
}

/** How many appeals some places had about their matters in another period. */
export function readEarlierAppeals(keys: readonly string[], selection: Selection, run: RepeatsRun) {
  const statement = sql`SELECT toString(${keyOf('place', run)}) AS key, toUInt32(count()) AS appeals
${rowsOf('place', selection, run)} AND ${keyOf('place', run)} IN (${among(keys)})
GROUP BY key`;
  return ask<{ key: string; appeals: number }>(statement, run, 'repeats: earlier');
}

/** The appeals of some repetitions, the newest first: their order tells no more of times than they do. */
export function readRepeatedAppeals(
  kind: RepeatKind,
  keys: readonly string[],
  selection: Selection,
  run: RepeatsRun,
) {
  const texts = ['topic1', 'topic2', 'topic3', 'district', 'subdistrict', 'unit', 'status', 'day'] as const;
  const columns = texts.map((column) => sql`toString(source.${name(column)}) AS ${name(column)}`);
  const shown = columns.reduce((all, column) => sql`${all}, ${column}`);
  const address = seesAddresses(run.scope) ? sql`source.address` : sql`''`;
  const cell = cellSeen(run);
  const caller = seesCallers(run) ? sql`if(source.caller = 0, '', toString(source.caller))` : sql`''`;
  const statement = sql`SELECT toString(${keyOf(kind, run)}) AS key, ${recordNumber(run)} AS id, ${shown},
  source.order_state = 'open' AS open, ${secondsSeen('received', run)} AS received,
  ${secondsSeen('closed', run)} AS closed, toString(source.resolved) AS resolved, ${caller} AS caller,
  ${run.callerKey && kind === 'caller' ? pseudonym(run) : sql`NULL`} AS pseudonym,
  ${address} AS address, if(${cell} = 0, '', lower(substring(hex(${cell}), 2))) AS cell
${rowsOf(kind, selection, run)} AND ${keyOf(kind, run)} IN (${among(keys)})
ORDER BY ${secondsSeen('received', run)} DESC, ${recordNumber(run)} DESC
LIMIT ${bind('most', 'UInt32', mostAppeals)} BY ${keyOf(kind, run)}`;
  return ask<RepeatedAppeal>(statement, run, 'repeats: appeals');
}

/** Whether any appeal of a selection has a caller. */
export async function areCallersKnown(selection: Selection, run: RepeatsRun): Promise<boolean> {
  const statement = sql`SELECT 1 AS known FROM appeal AS source
WHERE ${recordConditions(selection, monthsOfRecords(selection, run.history, run.city), run.scope)}
  AND source.caller != 0
LIMIT 1`;
  const { rows } = await ask<{ known: number }>(statement, run, 'repeats: callers');
  return rows.length > 0;
}

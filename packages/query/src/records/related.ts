import type { Cost } from '@hotline-atlas/clickhouse';
import type { AppealRecord, Related, UnrelatedReason } from '@hotline-atlas/model';
import { cellAt } from '../compile/dimension.ts';
import { appealTable } from '../plan/table.ts';
import { asOf, costTold } from '../run/meta.ts';
import { all, bind, join, type Sql, sql } from '../sql/sql.ts';
import { momentSeen } from './moment.ts';
import { monthsOfId } from './order-number.ts';
import { ask, type PageRun } from './page-run.ts';
import { recordColumns, stateColumns } from './record-columns.ts';
import { monthsOfRecords, type RecordSelection, recordConditions } from './selected.ts';

/** Where and for whom related appeals are read. */
export type RelatedRun = Omit<PageRun, 'cursor' | 'orderedCursor' | 'seal' | 'patience' | 'tables'>;

/** What others have in common with an appeal. */
interface Appeal {
  caller: string;
  address: string;
  cell: string;
  district: string;
  topic2: string;
}

/** Other appeals of a kind, and what reading them cost. */
type Found = Cost & Pick<NonNullable<Related['caller']>, 'total' | 'same_topic' | 'rows'>;

const withoutOthers: RecordSelection = { where: [], withoutRegimes: [] };

async function findAppeal(id: string, run: RelatedRun): Promise<(Cost & { appeal: Appeal | null }) | null> {
  const { history, city, scope } = run;
  const selection = { ...withoutOthers, id };
  const months = await monthsOfId(monthsOfRecords(selection, history, city), id, run);
  if (months.generations.length === 0) return null;
  const statement = sql`SELECT toString(source.caller) AS caller, source.address AS address, toString(source.cell) AS cell,
  source.district AS district, source.topic2 AS topic2
FROM appeal AS source
WHERE ${recordConditions(selection, months, scope)}`;
  const { rows, ...cost } = await ask<Appeal>(run, statement, 'related: appeal');
  return { ...cost, appeal: rows[0] ?? null };
}

/** Others of which a condition holds: how many, and the first of them. */
async function othersWith(
  shared: Sql,
  { topic2 }: Appeal,
  selection: RecordSelection,
  id: string,
  run: RelatedRun,
): Promise<Found> {
  const { history, city, scope, timeZone, size } = run;
  const months = monthsOfRecords(selection, history, city);
  const others = all([
    recordConditions(selection, months, scope),
    shared,
    sql`source.id != ${bind('own_id', 'String', id)}`,
  ]);
  const isSame = sql`source.topic2 = ${bind('own_topic', 'String', topic2)} AND source.topic2 != ''`;
  const counting = sql`SELECT toUInt32(count()) AS total, toUInt32(countIf(${isSame})) AS same_topic
FROM appeal AS source
WHERE ${others}`;
  const listing = sql`SELECT ${join([...recordColumns(run, 'text'), ...stateColumns(selection)], ',\n  ')}
FROM appeal AS source
WHERE ${others}
ORDER BY ${isSame} DESC, ${momentSeen('received', scope, timeZone)} DESC, source.id DESC
LIMIT ${bind('rows', 'UInt32', size)}`;
  const [counts, records] = await Promise.all([
    ask<{ total: number; same_topic: number }>(run, counting, 'related: count'),
    ask<AppealRecord>(run, listing, 'related: records'),
  ]);
  const { total = 0, same_topic = 0 } = counts.rows[0] ?? {};
  return {
    total,
    same_topic,
    rows: records.rows,
    rowsRead: counts.rowsRead + records.rowsRead,
    milliseconds: Math.max(counts.milliseconds, records.milliseconds),
  };
}

type Search = (shared: Sql) => Promise<Found>;

/**
 * Those of the same caller; why not, where callers are closed or this one is unknown. Whoever reads the texts
 * may know which of them are of one person; who that is, nobody learns.
 */
async function ofCaller(
  { caller }: Appeal,
  { scope }: RelatedRun,
  search: Search,
): Promise<Found | UnrelatedReason> {
  if (scope.callers === null && !scope.texts) return 'callers_closed';
  if (caller === '0') return 'caller_unknown';
  return search(sql`source.caller = ${bind('secret_own_caller', 'UInt64', caller)}`);
}

type Placed = Found & { known_by: 'address' | 'cell' };

/** Those of the same place: by the address where it may be read and others have it, else by the cell. */
async function ofPlace(
  { address, cell, district }: Appeal,
  { scope }: RelatedRun,
  search: Search,
): Promise<Placed | UnrelatedReason> {
  const inDistrict = sql`source.district = ${bind('own_district', 'String', district)}`;
  const known = scope.texts && address !== '';
  const byAddress = known
    ? await search(sql`${inDistrict} AND source.address = ${bind('own_address', 'String', address)}`)
    : null;
  if (byAddress && (byAddress.total > 0 || cell === '0')) return { ...byAddress, known_by: 'address' };
  if (cell === '0') return 'place_unknown';
  const own = bind('own_cell', 'UInt64', cell);
  const resolution = scope.place === 'point' ? 10 : scope.place;
  const same =
    resolution === 10
      ? sql`source.cell = ${own}`
      : sql`${cellAt(appealTable, resolution)} = ${cellAt(appealTable, resolution, own)}`;
  return { ...(await search(sql`source.cell != 0 AND ${same}`)), known_by: 'cell' };
}

/**
 * The other appeals of an appeal's caller, and of its place; null where whoever asks sees no such appeal.
 * @param selection names the appeal by the number the source gave it, and the moment of states
 * @param shownId the number as whoever asks knows it
 */
export async function answerRelated(
  { id = '', ...selection }: RecordSelection,
  shownId: string,
  run: RelatedRun,
): Promise<Related | null> {
  const { history, timeZone, size } = run;
  const found = await findAppeal(id, run);
  const appeal = found?.appeal;
  if (!appeal) return null;
  const search: Search = (shared) => othersWith(shared, appeal, selection, id, run);
  const [caller, place] = await Promise.all([ofCaller(appeal, run, search), ofPlace(appeal, run, search)]);
  const costs = [found, caller, place].flatMap((each) => (typeof each === 'string' ? [] : [each]));
  return {
    meta: {
      as_of: asOf(history),
      id: shownId,
      limit: size,
      due_at: selection.due?.at ?? '',
      time_zone: timeZone,
      rows_read: costTold(
        history,
        costs.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
      ),
      milliseconds: Math.round(10 * costs.reduce((sum, { milliseconds }) => sum + milliseconds, 0)) / 10,
    },
    caller: typeof caller === 'string' ? null : told(caller),
    caller_reason: typeof caller === 'string' ? caller : null,
    place: typeof place === 'string' ? null : { known_by: place.known_by, ...told(place) },
    place_reason: typeof place === 'string' ? place : null,
  };
}

const told = ({ total, same_topic, rows }: Found) => ({ total, same_topic, rows });

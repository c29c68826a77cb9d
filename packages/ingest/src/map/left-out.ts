import type { Binder } from '@hotline-atlas/clickhouse';
import type { KeyHalves } from './caller-keys.ts';

/** Days before which texts and callers are blanked; the earliest day where none are. */
export interface Blanked {
  texts: string;
  callers: string;
}

/** Nothing is blanked. */
export const nothingBlanked: Blanked = { texts: '1970-01-01', callers: '1970-01-01' };

/** What a load leaves out, so that a replay of old files brings nothing back. */
export interface LeftOut {
  before: Blanked;
  /** Whether the appeal of any id was erased. */
  ids: boolean;
  /**
   * Callers whose appeals were erased: their hashes in the ledger, and beside them until when they are meant,
   * at all and as a whole, in seconds since 1970.
   */
  callers: { hashes: string[]; before: number[]; whole: number[] };
  /** The key ids and callers are hashed with in the ledger. */
  key: KeyHalves;
  /** The key that stands for callers who are blanked while they come in; nobody keeps it. */
  passing: KeyHalves;
}

/** Nothing is left out. */
export const nothingLeftOut: LeftOut = {
  before: nothingBlanked,
  ids: false,
  callers: { hashes: [], before: [], whole: [] },
  key: ['0', '0'],
  passing: ['0', '0'],
};

/** Whether a load leaves out anything. */
export const leavesOut = ({ before, ids, callers }: LeftOut): boolean =>
  ids ||
  callers.hashes.length > 0 ||
  before.texts > nothingBlanked.texts ||
  before.callers > nothingBlanked.callers;

/** Whether an edition says that an erasure counts. */
export const countingErasure = 'erasure IN (SELECT arrayJoin(erasures) FROM publication)';

/** What is said of a row of an appeal that was erased as a whole. */
export const erasedReason = 'erased';

/** SQL of a key. */
export const keySql = ([first, second]: KeyHalves, { bind }: Pick<Binder, 'bind'>): string =>
  `(${bind(first, 'UInt64')}, ${bind(second, 'UInt64')})`;

/** SQL of the hash of an id in the ledger of erasures. */
export const idHashSql = (id: string, key: string): string => `sipHash128Keyed(${key}, ${id})`;

/** SQL of the hash of a caller in the ledger of erasures: rows hold the caller hashed once. */
export const callerHashSql = (caller: string, key: string): string =>
  `sipHash64Keyed(${key}, concat('erased ', toString(${caller})))`;

/** SQL of what is told of a row, without what it quotes. */
export const withoutQuotation = (reason: string): string => `replaceRegexpOne(${reason}, '(?s)“.*”', '“…”')`;

/** Columns that are blanked with the text. */
export const blankedColumns = {
  latitude: '0',
  longitude: '0',
  address: "''",
  text: "''",
  reply: "''",
} as const;

/**
 * Rows of a load without what was erased: an appeal erased as a whole is set aside, without the record; texts
 * and callers that are blanked come in blank.
 * @param rows SELECT of all fields of the rows, `reason` and `raw` among them
 */
export function withoutErased(rows: string, leftOut: LeftOut, binder: Binder): string {
  if (!leavesOut(leftOut)) return rows;
  const { before, callers } = leftOut;
  const { bind } = binder;
  const key = keySql(leftOut.key, binder);
  const isErased = (grade: string) =>
    leftOut.ids
      ? `id_hash IN (SELECT hash FROM erased_id WHERE grade = '${grade}' AND ${countingErasure})`
      : '0';
  const hashes = bind(callers.hashes.map(BigInt), 'Array(UInt64)');
  const until = (seconds: readonly number[]) =>
    callers.hashes.length > 0
      ? `caller != 0 AND toUnixTimestamp(received) < transform(caller_hash, ${hashes}, ${bind(seconds, 'Array(UInt32)')}, toUInt32(0))`
      : '0';
  const blanks = Object.entries(blankedColumns).map(
    ([column, blank]) => `if(texts_due, ${blank}, ${column}) AS ${column}`,
  );
  return `SELECT * REPLACE (${blanks.join(', ')},
       if(caller_due, sipHash64Keyed(${keySql(leftOut.passing, binder)}, caller), caller) AS caller,
       multiIf(is_gone, '${erasedReason}', is_named, ${withoutQuotation('reason')}, reason) AS reason,
       if(is_gone OR is_named, '', raw) AS raw)
FROM (SELECT *,
       is_gone OR is_named OR day < ${bind(before.texts, 'Date')} AS texts_due,
       caller != 0 AND (is_gone OR is_named OR day < ${bind(before.callers, 'Date')}) AS caller_due
FROM (SELECT *,
       ${isErased('whole')} OR ${until(callers.whole)} AS is_gone,
       ${isErased('texts')} OR ${until(callers.before)} AS is_named
FROM (SELECT *, ${idHashSql('id', key)} AS id_hash, ${callerHashSql('caller', key)} AS caller_hash FROM (${rows}))))`;
}

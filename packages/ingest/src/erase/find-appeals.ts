import { type Database, newBinder, readNewestPublication } from '@hotline-atlas/clickhouse';
import type { KeyHalves } from '../map/caller-keys.ts';
import { keySql } from '../map/left-out.ts';
import { countOf } from '../tables/count-of.ts';

/** Whose appeals are meant: those of a caller, as files name them, or those of ids. */
export type Sought = { caller: string } | { ids: readonly string[] };

/** One of the appeals that were found. */
interface FoundAppeal {
  id: string;
  day: string;
  topic1: string;
  topic2: string;
}

/** What an erasure would concern. */
export interface Found {
  appeals: number;
  /** Versions of them that are kept beside. */
  versions: number;
  /** Rows set aside that name the caller or an id. */
  rejected: number;
  /** Ids asked for that are not known. */
  unknown: string[];
  /** The newest of them. */
  newest: FoundAppeal[];
}

const shown = 1000;

/** A caller as it is stored. */
async function hashOfCaller(database: Database, key: KeyHalves, caller: string): Promise<string> {
  const binder = newBinder();
  const { rows } = await database.rows<{ hash: string }>({
    sql: `SELECT toString(sipHash64Keyed(${keySql(key, binder)}, ${binder.bind(caller.trim(), 'String')})) AS hash`,
    parameters: binder.parameters,
  });
  return rows[0]?.hash ?? '0';
}

/** Lists the ids that are meant in the table `erasing`, which is kept in memory. */
export async function listErasing(database: Database, select: string, parameters: Record<string, unknown>) {
  await database.command({ sql: 'DROP TABLE IF EXISTS erasing SYNC' });
  await database.command({ sql: 'CREATE TABLE erasing (id String) ENGINE = Memory' });
  await database.command({
    sql: `INSERT INTO erasing SELECT DISTINCT id FROM (${select})`,
    parameters,
    label: 'find appeals',
  });
}

/** Ids by a condition on rows that count, or on versions of them. */
export const idsWhere = (condition: string): string =>
  `SELECT id FROM appeal WHERE generation IN {published:Array(UInt32)} AND (${condition})
UNION ALL SELECT id FROM appeal_version WHERE load IN (SELECT load FROM counting_load) AND (${condition})`;

const escaped = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '\\$&');

/** Rows set aside that name any of some words as a word: their loads and lines. */
async function rejectedWith(database: Database, words: readonly string[]): Promise<[number, number][]> {
  const named = `(^|[^\\p{L}\\p{N}])(${words.map(escaped).join('|')})([^\\p{L}\\p{N}]|$)`;
  const { rows } = await database.rows<{ load: number; line: number }>({
    sql: 'SELECT load, line FROM rejected_row WHERE match(raw, {named:String})',
    parameters: { named },
    label: 'rows set aside',
  });
  return rows.map(({ load, line }) => [load, line]);
}

/** What is meant: what it would concern, and how it is told in SQL. */
export interface Meant {
  found: Found;
  /** Loads and lines of rows set aside that name it. */
  rejected: [number, number][];
  /** The caller as it is stored; null where ids were asked for. */
  hash: string | null;
  /** SELECT of the ids, with its parameters. */
  select: string;
  parameters: Record<string, unknown>;
}

/** Finds what is meant. Nothing is changed. @param key of callers */
export async function findMeant(database: Database, sought: Sought, key: KeyHalves): Promise<Meant> {
  const published = (await readNewestPublication(database))?.generations ?? [];
  const hash = 'caller' in sought ? await hashOfCaller(database, key, sought.caller) : null;
  const ids = 'ids' in sought ? [...new Set(sought.ids.map((id) => id.trim()))] : [];
  const select = idsWhere(hash === null ? 'id IN {ids:Array(String)}' : 'caller = {hash:UInt64}');
  const parameters = { published, ids, hash: hash ?? '0' };
  const counted = `FROM appeal WHERE generation IN {published:Array(UInt32)} AND id IN (${select})`;
  const { rows: newest } = await database.rows<FoundAppeal>({
    sql: `SELECT id, toString(day) AS day, topic1, topic2 ${counted} ORDER BY appeal.day DESC, id LIMIT ${shown}`,
    parameters,
    label: 'find appeals',
  });
  const appeals = await countOf(database, `SELECT count() AS found ${counted}`, parameters);
  const versions = await countOf(
    database,
    `SELECT uniqExact(load, line) AS found FROM appeal_version WHERE id IN (${select})`,
    parameters,
  );
  const { rows: known } = await database.rows<{ id: string }>({
    sql: `SELECT DISTINCT id FROM (${select}) WHERE id IN {ids:Array(String)}`,
    parameters,
  });
  const rejected = await rejectedWith(database, 'caller' in sought ? [sought.caller.trim()] : ids);
  const unknown = ids.filter((id) => !known.some((each) => each.id === id));
  const found = { appeals, versions, rejected: rejected.length, unknown, newest };
  return { found, rejected, hash, select, parameters };
}

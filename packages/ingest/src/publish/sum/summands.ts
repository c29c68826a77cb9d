import type { Database } from '@hotline-atlas/clickhouse';
import { newBinder } from '@hotline-atlas/clickhouse';
import { boundedMemory } from '../../tables/limits.ts';

/**
 * A copy of the appeals of a few generations that all rollups are summed from: in memory, with every measure
 * worked out once, and words as numbers (Enum16), which group three times as fast as text and become text
 * again where sums are few.
 */
export interface Summands {
  table: string;
  drop(): Promise<void>;
}

/** What rollups are made of beside words and measures. */
const otherColumns = [
  ...['generation', 'day', 'hour', 'cell', 'close_bin', 'caller', 'due', 'order_state'],
  ...['contacted', 'resolved', 'satisfied'],
];

/**
 * What the words of all columns, and of one, may come to in characters of an address; further columns stay
 * text.
 */
const mostCharacters = { all: 400_000, column: 100_000 };

/** Columns whose words can be numbers: those with the fewest first, as long as there is room. */
function numberable(words: ReadonlyMap<string, readonly string[]>): Set<string> {
  const sizes = [...words].map(([column, known]) => ({
    column,
    characters: known.reduce((sum, word) => sum + 2 * encodeURIComponent(word).length + 30, 0),
  }));
  let room = mostCharacters.all;
  const fit = sizes
    .sort((a, b) => a.characters - b.characters)
    .filter(({ characters }) => {
      if (characters === 0 || characters > mostCharacters.column) return false;
      room -= characters;
      return room >= 0;
    });
  return new Set(fit.map(({ column }) => column));
}

const prefix = 'summands_';

/** Drops copies that a killed publication left behind. */
export async function dropSummands(database: Database): Promise<void> {
  const { rows } = await database.rows<{ name: string }>({
    sql: 'SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, {prefix:String})',
    parameters: { prefix },
  });
  for (const { name } of rows) await dropTable(database, name);
}

const dropTable = (database: Database, table: string): Promise<void> =>
  database.command({ sql: 'DROP TABLE IF EXISTS {table:Identifier} SYNC', parameters: { table } });

/** Words rollups are keyed by. */
async function wordColumns(database: Database): Promise<string[]> {
  const { rows } = await database.rows<{ name: string }>({
    sql: `SELECT DISTINCT name FROM system.columns
WHERE database = currentDatabase() AND startsWith(table, 'rollup_') AND type = 'LowCardinality(String)'
  AND name IN (SELECT name FROM system.columns WHERE database = currentDatabase() AND table = 'appeal')
ORDER BY name`,
  });
  return rows.map(({ name }) => name);
}

async function wordsOf(
  database: Database,
  columns: readonly string[],
  generations: readonly number[],
): Promise<Map<string, string[]>> {
  const each = columns.map(
    (column) =>
      `SELECT '${column}' AS name, groupArray(word) AS words FROM (SELECT toString(${column}) AS word FROM appeal WHERE generation IN {generations:Array(UInt32)} GROUP BY ${column})`,
  );
  const { rows } = await database.rows<{ name: string; words: string[] }>({
    sql: each.join('\nUNION ALL\n'),
    parameters: { generations },
    settings: { ...boundedMemory, max_threads: 1 },
    label: 'words',
  });
  return new Map(rows.map(({ name, words }) => [name, words]));
}

const quoted = (word: string): string => `'${word.replace(/['\\]/g, '\\$&')}'`;
const enumOf = (words: readonly string[]): string =>
  `Enum16(${words.map((word, number) => `${quoted(word)} = ${number}`).join(', ')})`;

/** Copies generations. Call `drop` when they are summed up. */
export async function copySummands(database: Database, generations: readonly number[]): Promise<Summands> {
  const table = `${prefix}${generations[0]}`;
  const columns = await wordColumns(database);
  const words = await wordsOf(database, columns, generations);
  const numbered = numberable(words);
  const { bind, parameters } = newBinder();
  const selected = columns.map((column) => {
    const known = words.get(column) ?? [];
    if (!numbered.has(column)) return column;
    const numbers = bind(
      known.map((_, number) => number),
      'Array(Int16)',
    );
    const number = `toInt16(transform(${column}, ${bind(known, 'Array(String)')}, ${numbers}, toInt16(-1)))`;
    return `CAST(${number}, ${bind(enumOf(known), 'String')}) AS ${column}`;
  });
  await dropTable(database, table);
  await database.command({
    sql: `CREATE TABLE {table:Identifier} ENGINE = Memory AS
SELECT ${[...otherColumns, ...selected].join(', ')}, COLUMNS('^s_')
FROM appeal WHERE generation IN {generations:Array(UInt32)}
SETTINGS asterisk_include_alias_columns = 1`,
    parameters: { ...parameters, table, generations },
    settings: { ...boundedMemory, max_threads: 1 },
    label: 'copy for rollups',
  });
  return { table, drop: () => dropTable(database, table) };
}

const rows = /\bFROM appeal\b/g;

/** Whether a statement reads the rows, not only another rollup. */
export const readsRows = (statement: string): boolean => statement.search(rows) >= 0;

/** A statement that fills a rollup, reading the copy, where there is one, instead of the rows. */
export const fromSummands = (statement: string, summands: Summands | null): string =>
  summands ? statement.replace(rows, `FROM ${summands.table}`) : statement;

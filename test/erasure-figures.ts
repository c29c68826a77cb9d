import type { Database } from '@hotline-atlas/clickhouse';
import { published } from './riverton.ts';

async function tablesOf(database: Database, condition: string): Promise<string[]> {
  const { rows } = await database.rows<{ name: string }>({
    sql: `SELECT name FROM system.tables WHERE database = currentDatabase() AND ${condition} ORDER BY name`,
  });
  return rows.map(({ name }) => name);
}

const ofRows = `SELECT topic1, topic2, district, status, channel, cell, location_quality, toStartOfMonth(day) AS month,
  count() AS appeals, uniqExactIf(caller, caller != 0) AS callers, countIf(caller != 0) AS known, COLUMNS('^n_') APPLY sum
FROM appeal WHERE ${published} GROUP BY ALL ORDER BY ALL SETTINGS asterisk_include_alias_columns = 1`;

const ofRollup = (rollup: string) => `SELECT * EXCEPT('^(generation|callers|close_.*|s_.*)$'),
  COLUMNS('^s_') APPLY sum, COLUMNS('^callers$') APPLY uniqCombinedMerge(12),
  COLUMNS('^close_histogram$') APPLY sumForEach, COLUMNS('^close_classes$') APPLY countResampleArray(1, 65, 1)
FROM ${rollup} WHERE ${published} GROUP BY ALL ORDER BY ALL`;

/** Every figure of the rows and of all rollups, and how many callers there are, as text. */
export async function everyFigure(database: Database): Promise<Record<string, string>> {
  const figures: Record<string, string> = {};
  figures.rows = JSON.stringify((await database.rows({ sql: ofRows })).rows);
  const callers = `SELECT uniqExactIf(caller, caller != 0) AS callers, uniqCombinedIf(12)(caller, caller != 0) AS estimated FROM appeal WHERE ${published}`;
  figures.callers = JSON.stringify((await database.rows({ sql: callers })).rows);
  for (const rollup of await tablesOf(database, "match(name, '^rollup_(day|month)_')"))
    figures[rollup] = JSON.stringify((await database.rows({ sql: ofRollup(rollup) })).rows);
  return figures;
}

/** Tables in which a word, or a number as it is written, stands anywhere. */
export async function tablesWith(database: Database, word: string): Promise<string[]> {
  const found: string[] = [];
  const tables = await tablesOf(
    database,
    "engine NOT IN ('View', 'MaterializedView', 'Null') AND NOT startsWith(name, 'lock_')",
  );
  for (const table of tables) {
    const columns = await database.rows<{ name: string }>({
      sql: `SELECT name FROM system.columns WHERE database = currentDatabase() AND table = {table:String} AND default_kind != 'ALIAS' AND NOT startsWith(type, 'Aggregate')`,
      parameters: { table },
    });
    const listed = columns.rows.map(({ name }) => `\`${name}\``).join(', ');
    const { rows } = await database.rows<{ found: number }>({
      sql: `SELECT count() AS found FROM {table:Identifier} WHERE position(formatRow('TSV', ${listed}), {word:String}) > 0`,
      parameters: { table, word },
    });
    if ((rows[0]?.found ?? 0) > 0) found.push(table);
  }
  return found;
}

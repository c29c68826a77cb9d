import type { Database } from '@hotline-atlas/clickhouse';

/** What must be the same after any two loads of the same files, however they went. */
export interface Fingerprint {
  appeals: number;
  rejected: number;
  /** Files the publications name, each once. */
  files: number;
  /** Appeals and an order-free hash of everything they say, by month and district. */
  months: { month: string; district: string; appeals: number; hash: string }[];
  /** Everything every rollup sums up. */
  rollups: Record<string, Record<string, number>>;
}

const published =
  'generation IN (SELECT arrayJoin(arrayConcat(generations, arrayFilter(year -> year % 4096 != 4095, years))) FROM newest_edition)';
const loads = 'load IN (SELECT load FROM counting_load)';

/** Columns that say how and when a row was loaded, not what it says. */
const ofTheLoad = 'generation, load, line, observed';

async function figure(database: Database, sql: string): Promise<number> {
  const { rows } = await database.rows<{ figure: number }>({ sql });
  return rows[0]?.figure ?? 0;
}

async function rollupSums(database: Database): Promise<Fingerprint['rollups']> {
  const { rows } = await database.rows<{ table: string }>({
    sql: `SELECT name AS table FROM system.tables WHERE database = currentDatabase() AND name LIKE 'rollup\\_%' AND engine != 'Null' ORDER BY name`,
  });
  const sums: Fingerprint['rollups'] = {};
  for (const { table } of rows) {
    const { rows: found } = await database.rows<Record<string, number>>({
      sql: `SELECT COLUMNS('^s_') APPLY sum FROM {table:Identifier} WHERE ${published}`,
      parameters: { table },
    });
    sums[table] = found[0] ?? {};
  }
  return sums;
}

/** The fingerprint of what readers see now. */
export async function fingerprint(database: Database): Promise<Fingerprint> {
  const { rows: months } = await database.rows<Fingerprint['months'][number]>({
    sql: `SELECT toStartOfMonth(day) AS month, district, count() AS appeals, toString(sum(cityHash64(* EXCEPT (${ofTheLoad})))) AS hash
FROM appeal WHERE ${published} GROUP BY month, district ORDER BY month, district`,
  });
  return {
    appeals: await figure(database, `SELECT count() AS figure FROM appeal WHERE ${published}`),
    rejected: await figure(database, `SELECT count() AS figure FROM rejected_row WHERE ${loads}`),
    files: await figure(database, `SELECT uniqExact(content_hash) AS figure FROM load FINAL WHERE ${loads}`),
    months,
    rollups: await rollupSums(database),
  };
}

import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Database } from '@hotline-atlas/clickhouse';
import { type DictionaryField, dictionaryFields } from '@hotline-atlas/model';
import { knownWords } from '../flat/measure-conditions.ts';
import { monthFiles } from '../synthetic-files.ts';
import type { DuckDb } from './duckdb.ts';
import { bundles, flatColumns, publishedRows } from './published-rows.ts';

const times = ['dispatched', 'due', 'closed', 'visited'] as const;
const isTime = (column: string): boolean => times.some((time) => time === column);
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Every word a column holds, and those that questions compare it with. */
async function wordsOf(city: Database, column: DictionaryField): Promise<string[]> {
  const { from, parameters } = await publishedRows(city);
  const { rows } = await city.rows<{ word: string }>({
    sql: `SELECT DISTINCT toString(${column}) AS word FROM ${from}`,
    parameters,
    settings: { max_execution_time: 0 },
    label: 'bench: words',
  });
  return [...new Set(['', ...(knownWords[column] ?? []), ...rows.map(({ word }) => word)])].sort();
}

/** The table: words as ENUMs, times as TIMESTAMPs, unknown times NULL; received in UTC and in local time. */
async function createTable(duckdb: DuckDb, city: Database): Promise<void> {
  for (const column of dictionaryFields)
    await duckdb.run(
      `CREATE TYPE e_${column} AS ENUM (${(await wordsOf(city, column)).map(quoted).join(', ')})`,
    );
  await duckdb.run(`CREATE TABLE appeal (
id VARCHAR, received_local TIMESTAMP, received TIMESTAMP, ${times.map((name) => `${name} TIMESTAMP`).join(', ')}, observed TIMESTAMP,
${dictionaryFields.map((name) => `${name} e_${name}`).join(', ')},
latitude DOUBLE, longitude DOUBLE, cell UBIGINT, caller UBIGINT)`);
}

const parquet = {
  output_format_parquet_compression_method: 'lz4',
  output_format_parquet_string_as_string: 1,
  output_format_parquet_write_bloom_filter: 0,
  max_execution_time: 0,
} as const;

/** Columns as they leave the engine, in the order of DuckDB's table. */
function exported(timeZone: string): string[] {
  const moment = (sql: string) => `toDateTime64(${sql}, 0, 'UTC')`;
  const local = `toDateTime64(toString(toTimeZone(received, '${timeZone}')), 0, 'UTC') AS received_local`;
  return [
    'id',
    local,
    `${moment('received')} AS received`,
    ...times.map((name) => `if(${name} > 0, ${moment(name)}, NULL) AS ${name}`),
    `${moment('observed')} AS observed`,
    ...flatColumns
      .filter((name) => !isTime(name) && !['id', 'received', 'observed'].includes(name))
      .map((name) =>
        dictionaryFields.some((word) => word === name) ? `toString(${name}) AS ${name}` : name,
      ),
  ];
}

/**
 * Fills DuckDB with the published rows of a city: the engine writes Parquet, DuckDB reads it.
 * @returns seconds DuckDB took to load the files, the writing of them apart
 */
export async function fillDuckDb(
  duckdb: DuckDb,
  city: Database,
  timeZone: string,
  folder: string,
): Promise<number> {
  await createTable(duckdb, city);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'rows.parquet');
  const words = dictionaryFields.map((name) => `${name}::e_${name} AS ${name}`);
  let seconds = 0;
  for (const generations of await bundles(city)) {
    const stream = await city.stream({
      sql: `SELECT ${exported(timeZone).join(', ')} FROM appeal WHERE generation IN {generations:Array(UInt32)} FORMAT Parquet`,
      parameters: { generations },
      settings: parquet,
      label: 'bench: export for DuckDB',
    });
    await pipeline(stream, createWriteStream(file));
    const began = performance.now();
    await duckdb.run(
      `INSERT INTO appeal SELECT * REPLACE (${words.join(', ')}) FROM read_parquet(${quoted(file)})`,
    );
    seconds += (performance.now() - began) / 1000;
    rmSync(file);
  }
  const began = performance.now();
  await duckdb.run('CHECKPOINT');
  return seconds + (performance.now() - began) / 1000;
}

/**
 * Fills DuckDB from the files of `pnpm synthesize`, so that nothing is written twice. They hold no cells:
 * those questions are not put to it. They must be all that was loaded: no corrections.
 * @returns seconds it took
 */
export async function fillDuckDbFromFiles(
  duckdb: DuckDb,
  city: Database,
  timeZone: string,
  folder: string,
): Promise<number> {
  await createTable(duckdb, city);
  const zone = quoted(timeZone);
  const word = (column: DictionaryField): string => {
    if (column === 'location_quality')
      return `if(latitude IS NULL OR longitude IS NULL, if(district <> '' OR subdistrict <> '', 'area', 'none'), 'point')`;
    if (column === 'topic1') return `split_part(topic3, '.', 1)`;
    if (column === 'topic2') return `concat_ws('.', split_part(topic3, '.', 1), split_part(topic3, '.', 2))`;
    return `ifnull(${column}, '')`;
  };
  const columns = [
    'id',
    `(received::TIMESTAMP AT TIME ZONE 'UTC') AT TIME ZONE ${zone}`,
    'received::TIMESTAMP',
    ...times.map((name) => `${name}::TIMESTAMP`),
    'updated::TIMESTAMP',
    ...dictionaryFields.map((name) => `(${word(name)})::e_${name}`),
    'ifnull(latitude, 0)',
    'ifnull(longitude, 0)',
    'if(latitude IS NULL OR longitude IS NULL, 0, 1)::UBIGINT',
    `if(caller = '', 0::UBIGINT, hash(caller))`,
  ];
  const began = performance.now();
  await duckdb.run("SET TimeZone = 'UTC'");
  for (const file of monthFiles(folder))
    await duckdb.run(`INSERT INTO appeal SELECT ${columns.join(', ')} FROM read_parquet(${quoted(file)})`);
  await duckdb.run('CHECKPOINT');
  return (performance.now() - began) / 1000;
}

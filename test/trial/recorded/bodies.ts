import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBBlobValue, DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { unzip } from '../../unzip.ts';
import { comparable, withoutVersion } from './left-out.ts';

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** Records of a file come in no order. */
const inOrder = (records: unknown[]): string[] => records.map((record) => JSON.stringify(record)).sort();

const plain = (_name: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

const arrowRows = (body: Buffer): unknown[] =>
  JSON.parse(JSON.stringify(tableFromIPC(body).toArray(), plain)) as unknown[];

const textOf = (blob: unknown): string => Buffer.from((blob as DuckDBBlobValue).bytes).toString('utf8');

async function parquetFile(body: Buffer): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
  const file = join(folder, 'records.parquet');
  writeFileSync(file, body);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const ask = (from: string) => connection.runAndReadAll(`SELECT * FROM ${from}('${file}')`);
    const columns = (await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${file}'`)).getRowsJson();
    const records = (await ask('read_parquet')).getRowsJson();
    const about = (await ask('parquet_kv_metadata')).getRowObjects();
    const pairs = about.map(({ key, value }) => [textOf(key), textOf(value)]);
    return {
      columns,
      records: inOrder(records),
      about: comparable(Object.fromEntries(pairs), 'about'),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

const rowsOf = (sheet: string): string[] =>
  [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) => row ?? '');

/** The parts of a workbook; of the sheet that describes it, the rows that may not differ. */
function workbookParts(body: Buffer): unknown {
  const parts = [...unzip(body)].map(([name, text]): [string, unknown] => {
    if (!name.endsWith('sheet2.xml')) return [name, name.endsWith('sheet1.xml') ? rowsOf(text) : text];
    return [name, rowsOf(text).filter((row) => !/>(Version of the data|Published)</.test(row))];
  });
  return Object.fromEntries(parts);
}

/** A body of some media type as a value that is the same whenever the answer is. */
export async function bodyOf(path: string, type: string, body: Buffer): Promise<unknown> {
  const isExport = path.startsWith('export?');
  const [address = ''] = path.split('?');
  if (type === 'application/x-ndjson' && isExport) return inOrder(linesOf(body.toString('utf8')));
  if (type === 'application/x-ndjson')
    return linesOf(body.toString('utf8'))
      .map((line) => comparable(JSON.parse(line), address))
      .sort((a, b) => placeOf(a) - placeOf(b));
  if (type.endsWith('json')) return comparable(JSON.parse(withoutVersion(body.toString('utf8'))), address);
  if (type === 'text/csv')
    return isExport ? linesOf(body.toString('utf8')).sort() : linesOf(body.toString('utf8'));
  if (type.includes('arrow')) return isExport ? inOrder(arrowRows(body)) : arrowRows(body);
  if (type.includes('parquet')) return parquetFile(body);
  if (type.includes('spreadsheetml')) return workbookParts(body);
  return body.toString('utf8');
}

const placeOf = (line: unknown): number => (line as { question: number }).question;

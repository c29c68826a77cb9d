import type { Readable } from 'node:stream';
import type { Database } from '@hotline-atlas/clickhouse';
import { type Answer, type Period, recordFieldNames, shift } from '@hotline-atlas/model';
import { ask, stream } from '../sides/ours.ts';
import { publishedRows } from '../sides/published-rows.ts';
import type { Api } from '../start-api.ts';
import { rounded } from '../summary.ts';

/** A whole export, ours over HTTP against the engine's own SELECT … FORMAT. */
export interface ExportFigures {
  format: ExportedFormat;
  rows: number;
  ours_seconds: number;
  ours_bytes: number;
  first_byte_milliseconds: number;
  engine_seconds: number;
  engine_bytes: number;
  /** The engine's seconds over ours: 1 is the engine's own speed. */
  speed: number;
  /** Lines of ours are as many as the rows selected; null for formats that have no lines. */
  complete: boolean | null;
  /** Most memory of the API over what it held before, in bytes; null where it was not started here. */
  api_memory_bytes: number | null;
}

const formats = { csv: 'CSVWithNames', parquet: 'Parquet' } as const;
type ExportedFormat = keyof typeof formats;

/** What the API exports, as the engine would write it by itself. */
const columns = recordFieldNames.join(', ');

interface Counted {
  bytes: number;
  lines: number;
  firstByte: number;
  seconds: number;
}

function linesIn(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
  return lines;
}

async function drain(body: AsyncIterable<Uint8Array>, began: number, countLines: boolean): Promise<Counted> {
  let [bytes, lines, firstByte] = [0, 0, 0];
  for await (const chunk of body) {
    if (bytes === 0) firstByte = performance.now() - began;
    bytes += chunk.length;
    if (countLines) lines += linesIn(chunk);
  }
  return { bytes, lines, firstByte, seconds: (performance.now() - began) / 1000 };
}

async function exportOurs(url: string, { from, to }: Period, format: ExportedFormat): Promise<Counted> {
  const began = performance.now();
  const body = await stream(url, `export?from=${from}&to=${to}&format=${format}`);
  return drain(body, began, format === 'csv');
}

async function exportEngine(city: Database, { from, to }: Period, format: ExportedFormat): Promise<Counted> {
  const { generations } = await publishedRows(city);
  const began = performance.now();
  const stream: Readable = await city.stream({
    sql: `SELECT ${columns} FROM appeal WHERE generation IN {generations:Array(UInt32)} AND day >= {from:Date} AND day < {to:Date}
FORMAT ${formats[format]}`,
    parameters: { generations, from, to },
    settings: { max_execution_time: 0 },
    label: 'bench: export',
  });
  return drain(stream, began, format === 'csv');
}

/** The newest months that hold up to so many appeals. */
async function periodToExport(url: string, most: number): Promise<Period & { appeals: number }> {
  const { rows } = JSON.parse(await ask(url, 'query?metrics=appeals&by=month&order=-month')) as Answer;
  let appeals = 0;
  let [from, to] = ['', ''];
  for (const row of rows) {
    const count = Number(row.appeals);
    if (appeals > 0 && appeals + count > most) break;
    appeals += count;
    from = String(row.month);
    to ||= shift(from, 'month', 1);
  }
  return { from, to, appeals };
}

async function measureOne(
  api: Api,
  city: Database,
  period: Period & { appeals: number },
  format: ExportedFormat,
): Promise<ExportFigures> {
  const before = api.child?.memory() ?? 0;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, api.child?.memory() ?? 0);
  }, 50);
  const ours = await exportOurs(api.url, period, format).finally(() => clearInterval(watch));
  const engine = await exportEngine(city, period, format);
  return {
    format,
    rows: period.appeals,
    ours_seconds: rounded(ours.seconds, 2),
    ours_bytes: ours.bytes,
    first_byte_milliseconds: rounded(ours.firstByte),
    engine_seconds: rounded(engine.seconds, 2),
    engine_bytes: engine.bytes,
    speed: rounded(engine.seconds / ours.seconds, 2),
    complete: format === 'csv' ? ours.lines === engine.lines : null,
    api_memory_bytes: api.child ? most - before : null,
  };
}

/** Exports of the newest months, up to so many rows, in the formats people take away. */
export async function measureExports(api: Api, city: Database, most: number): Promise<ExportFigures[]> {
  const period = await periodToExport(api.url, most);
  return [await measureOne(api, city, period, 'csv'), await measureOne(api, city, period, 'parquet')];
}

import { Readable } from 'node:stream';
import type { City, FieldName, Source } from '@hotline-atlas/city';
import type { Database, Statement } from '@hotline-atlas/clickhouse';
import { type Binder, newBinder } from './binder.ts';
import { columnsOfSource, readHeader, readParquetFooter } from './file-columns.ts';
import { assertUnchanged, type InputFile } from './input-file.ts';
import { LoadError } from './load-error.ts';
import { type LoadStamp, mappingStatement } from './map-source.ts';
import { type OnBytes, readInput } from './open-input.ts';
import { delimitedInput, jsonInput, parquetInput, type RecordInput } from './record-input.ts';
import { type Scanner, scanDelimited } from './scan-delimited.ts';
import { scanLines } from './scan-lines.ts';
import { withoutSearchIndex } from './search-index.ts';
import { spokenFields, valuedFields } from './spoken-fields.ts';

/** Told bytes of the file and records read so far. */
export type OnRead = (bytes: number, records: number) => void;

/** A file ready to be sent: what the engine is told of it, its bytes, and how many records went by. */
interface Prepared {
  input: RecordInput;
  bytes: AsyncIterable<Buffer>;
  records: () => number;
  settings: NonNullable<Statement['settings']>;
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The first line and everything after it; without a byte order mark. */
async function splitFirstLine(
  file: InputFile,
  chunks: AsyncIterator<Buffer>,
): Promise<{ line: string; rest: Buffer }> {
  let head = Buffer.alloc(0);
  while (!head.includes(10)) {
    const { value, done } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  if (head.length === 0) throw new LoadError(`${file.name}: the file is empty`);
  const text = head.subarray(0, 3).equals(byteOrderMark) ? head.subarray(3) : head;
  const end = text.indexOf(10) === -1 ? text.length : text.indexOf(10) + 1;
  return {
    line: text
      .subarray(0, end)
      .toString('utf8')
      .replace(/\r?\n$/, ''),
    rest: text.subarray(end),
  };
}

async function* scanned(
  scanner: Scanner,
  first: Buffer,
  chunks: AsyncIterator<Buffer>,
): AsyncGenerator<Buffer> {
  if (first.length > 0) yield scanner.push(first);
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    const records = scanner.push(next.value);
    if (records.length > 0) yield records;
  }
  yield scanner.finish();
}

async function prepareDelimited(file: InputFile, source: Source, onBytes: OnBytes): Promise<Prepared> {
  const chunks = readInput(file, source.encoding, onBytes);
  const { line, rest } = await splitFirstLine(file, chunks);
  const { columns, delimiter } = source.header
    ? { columns: source.header, delimiter: source.delimiter ?? (file.format === 'tsv' ? '\t' : ',') }
    : readHeader(file, source, line);
  const scanner = scanDelimited(delimiter, columns.length, source.header ? 1 : 2);
  const first = source.header ? Buffer.concat([Buffer.from(`${line}\n`), rest]) : rest;
  return {
    input: delimitedInput(columns),
    bytes: scanned(scanner, first, chunks),
    records: scanner.records,
    settings: { format_csv_delimiter: delimiter },
  };
}

async function prepareJson(
  file: InputFile,
  source: Source,
  binder: Binder,
  onBytes: OnBytes,
): Promise<Prepared> {
  const chunks = readInput(file, source.encoding, onBytes);
  const { line, rest } = await splitFirstLine(file, chunks);
  const scanner = scanLines();
  return {
    input: jsonInput(columnsOfSource(source), binder),
    bytes: scanned(scanner, Buffer.concat([Buffer.from(`${line}\n`), rest]), chunks),
    records: scanner.records,
    settings: {},
  };
}

async function prepareParquet(file: InputFile, source: Source, onBytes: OnBytes): Promise<Prepared> {
  if (file.compression !== 'none')
    throw new LoadError(`${file.name}: Parquet files are compressed inside; unpack the file first`);
  const { columns, rows } = await readParquetFooter(file, source);
  let share = 0;
  const bytes = readInput(file, 'utf-8', (read) => {
    share = read / file.bytes;
    onBytes(read);
  });
  return {
    input: parquetInput(columns),
    bytes,
    records: () => Math.round(rows * share),
    settings: {
      input_format_parquet_preserve_order: 1,
      max_insert_threads: '1',
      ...(rows <= rowsOfOnePart && onePart),
    },
  };
}

/** A file of so many rows becomes one part a month; of a larger one the engine would have to hold too much at once. */
const rowsOfOnePart = 2_500_000;
const onePart = {
  min_insert_block_size_rows: String(rowsOfOnePart),
  min_insert_block_size_bytes: String(2 * 1024 ** 3),
} as const;

function prepare(file: InputFile, source: Source, binder: Binder, onBytes: OnBytes): Promise<Prepared> {
  if (file.format === 'parquet') return prepareParquet(file, source, onBytes);
  if (file.format === 'ndjson') return prepareJson(file, source, binder, onBytes);
  return prepareDelimited(file, source, onBytes);
}

/** Text is taken as it is: nothing is guessed, trimmed or turned into NULL before the mapping sees it. */
const parsing: NonNullable<Statement['settings']> = {
  max_memory_usage: String(6 * 1024 ** 3),
  ...withoutSearchIndex,
  input_format_csv_allow_variable_number_of_columns: 1,
  input_format_csv_empty_as_default: 0,
  input_format_csv_trim_whitespaces: 0,
  format_csv_allow_single_quotes: 0,
  format_csv_null_representation: '\u0001',
  input_format_parallel_parsing: 1,
  short_circuit_function_evaluation: 'force_enable',
  min_insert_block_size_rows: '1048576',
  min_insert_block_size_bytes: '536870912',
  max_insert_threads: '2',
};

/**
 * Sends one file to the engine, which parses, checks and transforms it into generations nobody reads yet.
 * @returns records read, and the fields the file speaks of
 * @throws LoadError when the file cannot be loaded, DatabaseError when the engine fails
 */
export async function loadFile(
  database: Database,
  city: City,
  source: Source,
  file: InputFile,
  stamp: LoadStamp,
  onRead: OnRead,
): Promise<{ read: number; fields: FieldName[] }> {
  const binder = newBinder();
  let prepared: Prepared | null = null;
  prepared = await prepare(file, source, binder, (bytes) => onRead(bytes, prepared?.records() ?? 0));
  await database.insert(
    {
      sql: mappingStatement(city, source, prepared.input, stamp, binder),
      parameters: binder.parameters,
      settings: { ...parsing, ...prepared.settings },
      label: `load ${stamp.load}`,
    },
    Readable.from(prepared.bytes, { objectMode: false, highWaterMark: 4 << 20 }),
  );
  assertUnchanged(file);
  const fields = spokenFields(source, prepared.input);
  return {
    read: prepared.records(),
    fields: file.format === 'ndjson' ? await valuedFields(database, source, stamp.load, fields) : fields,
  };
}

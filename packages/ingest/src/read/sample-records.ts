import type { Source } from '@hotline-atlas/city';
import { newBinder } from '@hotline-atlas/clickhouse';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { InputFile } from './input-file.ts';
import { readParquetFooter } from './parquet-footer.ts';
import { type Prepared, prepare } from './prepare.ts';

/** The texts of a record in the order of the columns asked for; '' where it has none. */
export type SampleRecord = readonly string[];

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value).trim();

/** Columns that stand before those of the file in what the scanner makes: line, fault, record. */
const ownColumns = 3;

const pieceSize = 1 << 18;
const [lineFeed, quote] = [10, 34];

function quotesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(quote); at !== -1; at = bytes.indexOf(quote, at + 1)) count++;
  return count;
}

/** Whole records in pieces: what the scanner passes on ends with one, and its quotes come in pairs. */
function* pieces(chunk: Buffer): Generator<Buffer> {
  let rest = chunk;
  while (rest.length > pieceSize) {
    let end = rest.lastIndexOf(lineFeed, pieceSize);
    while (end !== -1 && quotesIn(rest.subarray(0, end)) % 2 === 1)
      end = end === 0 ? -1 : rest.lastIndexOf(lineFeed, end - 1);
    if (end === -1) break;
    yield rest.subarray(0, end + 1);
    rest = rest.subarray(end + 1);
  }
  yield rest;
}

async function* delimitedRecords(
  { bytes, settings, names }: Prepared,
  wanted: readonly string[],
): AsyncGenerator<SampleRecord[]> {
  const at = wanted.map((name) => names.indexOf(name));
  const options = {
    delimiter: String(settings.format_csv_delimiter ?? ','),
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
  };
  for await (const chunk of bytes)
    for (const piece of pieces(chunk))
      yield (parse(piece, options) as string[][])
        .filter((cells) => cells[1] === '')
        .map((cells) => at.map((index) => (index === -1 ? '' : textOf(cells[index + ownColumns]))));
}

async function* jsonRecords({ bytes }: Prepared, wanted: readonly string[]): AsyncGenerator<SampleRecord[]> {
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    yield lines.flatMap((line) => {
      const record = parsedRecord(line.slice(line.indexOf(' ') + 1));
      return record ? [wanted.map((name) => textOf(record[name]))] : [];
    });
  }
}

function parsedRecord(text: string): Record<string, unknown> | null {
  try {
    const record: unknown = JSON.parse(text);
    return typeof record === 'object' && record !== null ? (record as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const rowsAtATime = 10_000;

async function* parquetRecords(
  { path }: InputFile,
  rows: number,
  wanted: readonly string[],
): AsyncGenerator<SampleRecord[]> {
  const file = await asyncBufferFromFile(path);
  for (let rowStart = 0; rowStart < rows; rowStart += rowsAtATime) {
    const rowEnd = Math.min(rowStart + rowsAtATime, rows);
    const records = await parquetReadObjects({ file, columns: [...wanted], rowStart, rowEnd, compressors });
    yield records.map((record) => wanted.map((name) => textOf(record[name])));
  }
}

/** The records of a file, read for their texts only and from the beginning; faulty ones are left out. */
export interface RecordSample {
  /** Columns the file has, as far as its format says so before it is read. */
  columns: readonly { name: string; type?: string }[];
  /** The texts of the wanted columns.  */
  records(wanted: readonly string[]): AsyncGenerator<SampleRecord[]>;
  /** Ends the reading. */
  close(): Promise<unknown>;
}

/** @throws LoadError when the file cannot be read or lacks columns the source needs */
export async function openSample(source: Source, file: InputFile): Promise<RecordSample> {
  if (file.format === 'parquet') {
    const { columns, rows } = await readParquetFooter(file, source);
    return { columns, records: (wanted) => parquetRecords(file, rows, wanted), close: async () => undefined };
  }
  const prepared = await prepare(file, source, newBinder(), () => undefined);
  const columns = prepared.names.map((name) => ({ name }));
  const read = file.format === 'ndjson' ? jsonRecords : delimitedRecords;
  return { columns, records: (wanted) => read(prepared, wanted), close: prepared.close };
}

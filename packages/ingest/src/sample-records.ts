import type { Source } from '@hotline-atlas/city';
import { parse } from 'csv-parse';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { newBinder } from './binder.ts';
import type { InputFile } from './input-file.ts';
import { readParquetFooter } from './read/parquet-footer.ts';
import { type Prepared, prepare } from './read/prepare.ts';

/** The texts of a record in the order of the columns asked for; '' where it has none. */
export type SampleRecord = readonly string[];

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value).trim();

/** Columns that stand before those of the file in what the scanner makes: line, fault, record. */
const ownColumns = 3;

async function* delimitedRecords(
  { bytes, settings, names }: Prepared,
  wanted: readonly string[],
): AsyncGenerator<SampleRecord> {
  const at = wanted.map((name) => names.indexOf(name));
  const parser = parse({
    delimiter: String(settings.format_csv_delimiter ?? ','),
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
  });
  const feed = async () => {
    for await (const chunk of bytes) {
      if (parser.destroyed) return;
      if (!parser.write(chunk))
        await new Promise((resolve) => parser.once('drain', resolve).once('close', resolve));
    }
    parser.end();
  };
  const fed = feed().catch((error) => parser.destroy(error));
  try {
    for await (const cells of parser as AsyncIterable<string[]>)
      if (cells[1] === '') yield at.map((index) => (index === -1 ? '' : textOf(cells[index + ownColumns])));
    await fed;
  } finally {
    parser.destroy();
  }
}

async function* jsonRecords({ bytes }: Prepared, wanted: readonly string[]): AsyncGenerator<SampleRecord> {
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const record = parsedRecord(line.slice(line.indexOf(' ') + 1));
      if (record) yield wanted.map((name) => textOf(record[name]));
    }
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
): AsyncGenerator<SampleRecord> {
  const file = await asyncBufferFromFile(path);
  for (let rowStart = 0; rowStart < rows; rowStart += rowsAtATime) {
    const rowEnd = Math.min(rowStart + rowsAtATime, rows);
    const records = await parquetReadObjects({ file, columns: [...wanted], rowStart, rowEnd, compressors });
    for (const record of records) yield wanted.map((name) => textOf(record[name]));
  }
}

/** The records of a file, read for their texts only and from the beginning; faulty ones are left out. */
export interface RecordSample {
  /** Columns the file has, as far as its format says so before it is read. */
  columns: readonly { name: string; type?: string }[];
  /** The texts of the wanted columns.  */
  records(wanted: readonly string[]): AsyncGenerator<SampleRecord>;
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

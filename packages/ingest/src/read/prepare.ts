import type { Source } from '@hotline-atlas/city';
import type { Binder, Statement } from '@hotline-atlas/clickhouse';
import { namedColumns } from './delimited/column-names.ts';
import { layoutOf } from './delimited/layout.ts';
import { LongRecordError, type Scanner, scanDelimited } from './delimited/scan-delimited.ts';
import { scanLines } from './delimited/scan-lines.ts';
import type { InputFile } from './input-file.ts';
import { LoadError } from './load-error.ts';
import { readParquetFooter } from './parquet-footer.ts';
import { delimitedInput, jsonInput, parquetInput, type RecordInput } from './record-input.ts';
import { type OpenText, openText } from './text/open-text.ts';
import { type OnBytes, unpacked } from './text/unpack.ts';

/** A file ready to be sent: what the engine is told of it, its bytes, and how many records went by. */
export interface Prepared {
  input: RecordInput;
  /** The columns, in the order of the file. */
  names: readonly string[];
  bytes: AsyncIterable<Buffer>;
  records: () => number;
  settings: NonNullable<Statement['settings']>;
  /** Ends the reading of a file of which no more is needed. */
  close(): Promise<unknown>;
}

async function* scanned(
  { name }: InputFile,
  scanner: Scanner,
  first: Buffer,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  try {
    yield scanner.push(first);
    for await (const chunk of rest) {
      const records = scanner.push(chunk);
      if (records.length > 0) yield records;
    }
    yield scanner.finish();
  } catch (error) {
    throw error instanceof LongRecordError ? new LoadError(`${name}: ${error.message}`) : error;
  } finally {
    await rest.return(undefined);
  }
}

/** Works on a file that was opened; closes it where that fails. */
async function onOpen<Result>(text: OpenText, work: (text: OpenText) => Result): Promise<Result> {
  try {
    return work(text);
  } catch (error) {
    await text.rest.return(undefined);
    throw error;
  }
}

async function prepareDelimited(file: InputFile, source: Source, onBytes: OnBytes): Promise<Prepared> {
  const text = await openText(file, source.encoding, onBytes);
  return onOpen(text, ({ head, whole, rest }) => {
    const { columns, records, begin } = layoutOf(
      { name: file.name, bytes: head, whole },
      source,
      file.format,
    );
    const scanner = scanDelimited(records, begin.line);
    return {
      input: delimitedInput(columns),
      names: columns,
      bytes: scanned(file, scanner, head.subarray(begin.at), rest),
      records: scanner.records,
      settings: {
        format_csv_delimiter: records.delimiter,
        input_format_csv_allow_whitespace_or_tab_as_delimiter: 1,
      },
      close: () => rest.return(undefined),
    };
  });
}

/**
 * What a file of JSON that is not one object a line begins with: an array of objects, or an object over
 * several lines.
 */
const otherJson = /^\s*(?:\[\s*(?:\{|$)|\{\s*$)/;

async function prepareJson(
  file: InputFile,
  source: Source,
  binder: Binder,
  onBytes: OnBytes,
): Promise<Prepared> {
  const text = await openText(file, source.encoding, onBytes);
  return onOpen(text, ({ head, rest }) => {
    const [line = ''] = head
      .toString('utf8', 0, 1000)
      .trimStart()
      .split(/[\r\n]/, 1);
    if (otherJson.test(line))
      throw new LoadError(
        `${file.name}: one JSON object a line is expected, but the file holds JSON that goes over several lines; write it anew with jq -c '.[]' (an array) or jq -c . (objects)`,
      );
    const scanner = scanLines();
    const names = namedColumns(source);
    return {
      input: jsonInput(names, binder),
      names,
      bytes: scanned(file, scanner, head, rest),
      records: scanner.records,
      settings: {},
      close: () => rest.return(undefined),
    };
  });
}

async function prepareParquet(file: InputFile, source: Source, onBytes: OnBytes): Promise<Prepared> {
  if (file.compression !== 'none')
    throw new LoadError(`${file.name}: Parquet files are compressed inside; unpack the file first`);
  const { columns, rows } = await readParquetFooter(file, source);
  let share = 0;
  const bytes = unpacked(file, (read) => {
    share = read / file.bytes;
    onBytes(read);
  });
  return {
    input: parquetInput(columns),
    names: columns.map(({ name }) => name),
    bytes,
    records: () => Math.round(rows * share),
    settings: {
      input_format_parquet_preserve_order: 1,
      max_insert_threads: '1',
      ...(rows <= rowsOfOnePart && onePart),
    },
    close: () => bytes.return(undefined),
  };
}

/**
 * A file of so many rows becomes one part a month; of a larger one the engine would have to hold too much at
 * once.
 */
const rowsOfOnePart = 2_500_000;
const onePart = {
  min_insert_block_size_rows: String(rowsOfOnePart),
  min_insert_block_size_bytes: String(2 * 1024 ** 3),
} as const;

/**
 * Opens a file for reading.
 * @throws LoadError when it cannot be read or lacks columns the source needs
 */
export function prepare(
  file: InputFile,
  source: Source,
  binder: Binder,
  onBytes: OnBytes,
): Promise<Prepared> {
  if (file.format === 'parquet') return prepareParquet(file, source, onBytes);
  if (file.format === 'ndjson') return prepareJson(file, source, binder, onBytes);
  return prepareDelimited(file, source, onBytes);
}

import type { Source } from '@hotline-atlas/city';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetMetadataAsync, parquetSchema, type SchemaElement } from 'hyparquet';
import { checkColumns } from './field-expressions.ts';
import type { InputFile } from './input-file.ts';
import { LoadError } from './load-error.ts';

const candidates = [',', ';', '\t', '|'];

/** The header of a delimited file and the delimiter it was read with. */
export interface Header {
  columns: string[];
  delimiter: string;
}

function fieldsOf(line: string, delimiter: string): string[] | null {
  try {
    const [fields] = parse(line, { delimiter, relax_column_count: true, trim: true }) as string[][];
    return fields ?? [];
  } catch {
    return null;
  }
}

/**
 * Reads the header line of a delimited file. Where the source names no delimiter, the usual ones are tried.
 * @throws LoadError when no reading gives the columns the source needs
 */
export function readHeader(file: InputFile, source: Source, line: string): Header {
  const standard = file.format === 'tsv' ? '\t' : ',';
  const delimiters = source.delimiter
    ? [source.delimiter]
    : [standard, ...candidates.filter((one) => one !== standard)];
  let first: LoadError | null = null;
  for (const delimiter of delimiters) {
    const columns = fieldsOf(line, delimiter);
    if (columns === null) continue;
    try {
      checkColumns(file.name, source, columns);
      return { columns, delimiter };
    } catch (error) {
      first ??= error as LoadError;
    }
  }
  throw (
    first ?? new LoadError(`${file.name}: the first line cannot be read as a header: ${line.slice(0, 200)}`)
  );
}

/** Every column the source can take a field from; JSON objects leave out what they do not have. */
export function columnsOfSource(source: Source): string[] {
  const named = Object.values(source.fields).flatMap(({ column }) => column ?? []);
  return [...new Set([...named, ...(source.identity ?? [])])];
}

/** What a Parquet file says of itself at its end. */
export interface ParquetFooter {
  columns: string[];
  rows: number;
  /** Columns that hold moments in time, whatever zone they are shown in, with their ClickHouse type. */
  types: Record<string, string>;
}

const isInstant = ({ logical_type: type }: SchemaElement): boolean =>
  type?.type === 'TIMESTAMP' && type.isAdjustedToUTC;

/**
 * Columns and rows of a Parquet file.
 * @throws LoadError when it is none, or lacks columns the source needs
 */
export async function readParquetFooter(file: InputFile, source: Source): Promise<ParquetFooter> {
  try {
    const metadata = await parquetMetadataAsync(await asyncBufferFromFile(file.path));
    const elements = parquetSchema(metadata).children.map(({ element }) => element);
    const columns = elements.map(({ name }) => name);
    checkColumns(file.name, source, columns);
    const instants = elements.filter(isInstant).map(({ name }) => [name, "Nullable(DateTime('UTC'))"]);
    return { columns, rows: Number(metadata.num_rows), types: Object.fromEntries(instants) };
  } catch (cause) {
    if (cause instanceof LoadError) throw cause;
    throw new LoadError(`${file.name}: not a complete Parquet file (${(cause as Error).message})`, { cause });
  }
}

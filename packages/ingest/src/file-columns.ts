import type { FieldName, Source } from '@hotline-atlas/city';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetMetadataAsync, parquetSchema, type SchemaElement } from 'hyparquet';
import { checkColumns } from './field-expressions.ts';
import type { InputFile } from './input-file.ts';
import { LoadError } from './load-error.ts';
import type { ParquetColumn } from './record-input.ts';

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
  columns: ParquetColumn[];
  rows: number;
}

/** Fields that take few different words: read as dictionaries, which Parquet files hold them in. */
const dictionaryFields: readonly FieldName[] = [
  'kind',
  'appellant',
  'channel',
  'topic1',
  'topic2',
  'topic3',
  'district',
  'subdistrict',
  'unit',
  'urgency',
  'status',
  'handling',
  'contacted',
  'resolved',
  'satisfied',
  'excluded_reason',
];

function dictionaryColumns({ fields }: Source): Set<string> {
  return new Set(dictionaryFields.flatMap((field) => fields[field]?.column ?? []));
}

/** The type of a Parquet column without loss; undefined: it is read as text. */
function typeOf(element: SchemaElement, dictionary: boolean): string | undefined {
  const { type, logical_type: logical, repetition_type: repetition } = element;
  const optional = (inner: string) => (repetition === 'REQUIRED' ? inner : `Nullable(${inner})`);
  if (logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC) return optional("DateTime('UTC')");
  if (type === 'DOUBLE') return optional('Float64');
  if (type !== 'BYTE_ARRAY' || (logical?.type !== 'STRING' && element.converted_type !== 'UTF8'))
    return undefined;
  return dictionary ? `LowCardinality(${optional('String')})` : optional('String');
}

/**
 * Columns and rows of a Parquet file.
 * @throws LoadError when it is none, or lacks columns the source needs
 */
export async function readParquetFooter(file: InputFile, source: Source): Promise<ParquetFooter> {
  try {
    const metadata = await parquetMetadataAsync(await asyncBufferFromFile(file.path));
    const elements = parquetSchema(metadata).children.map(({ element }) => element);
    checkColumns(
      file.name,
      source,
      elements.map(({ name }) => name),
    );
    const dictionaries = dictionaryColumns(source);
    const columns = elements.map((element) => {
      const type = source.types[element.name] ?? typeOf(element, dictionaries.has(element.name));
      return { name: element.name, ...(type && { type }) };
    });
    return { columns, rows: Number(metadata.num_rows) };
  } catch (cause) {
    if (cause instanceof LoadError) throw cause;
    throw new LoadError(`${file.name}: not a complete Parquet file (${(cause as Error).message})`, { cause });
  }
}

import type { Source } from '@hotline-atlas/city';
import { sourceWordFields } from '@hotline-atlas/model';
import {
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetSchema,
  type SchemaElement,
} from 'hyparquet';
import { checkColumns } from './check-columns.ts';
import type { InputFile } from './input-file.ts';
import { LoadError } from './load-error.ts';
import type { ParquetColumn } from './record-input.ts';
import { foreignContent } from './text/signature.ts';
import { firstBytes } from './text/unpack.ts';

/** What a Parquet file says of itself at its end. */
export interface ParquetFooter {
  columns: ParquetColumn[];
  rows: number;
}

function dictionaryColumns({ fields }: Source): Set<string> {
  return new Set(sourceWordFields.flatMap((field) => fields[field]?.column ?? []));
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

/** @throws LoadError when a column that the source needs is a structure, a list or a map */
function checkNested(file: InputFile, source: Source, nested: readonly string[]): void {
  for (const [field, { column = [] }] of Object.entries(source.fields)) {
    const used = [column].flat().find((name) => nested.includes(name));
    if (used !== undefined)
      throw new LoadError(
        `${file.name}: source ${source.name} takes ${field} from the column ${used}, which is nested (a structure, list or map); write what the field needs as a column of its own`,
      );
  }
  const used = source.identity?.find((name) => nested.includes(name));
  if (used !== undefined)
    throw new LoadError(
      `${file.name}: source ${source.name} identifies appeals by the column ${used}, which is nested (a structure, list or map)`,
    );
}

async function metadataOf(file: InputFile): Promise<FileMetaData> {
  try {
    return await parquetMetadataAsync(await asyncBufferFromFile(file.path));
  } catch (cause) {
    const foreign = foreignContent(firstBytes(file.path, 4096));
    const problem =
      foreign === null || /Parquet/.test(foreign)
        ? `not a complete Parquet file (${(cause as Error).message}); write or fetch it again`
        : `not a Parquet file but ${foreign}`;
    throw new LoadError(`${file.name}: ${problem}`, { cause });
  }
}

/**
 * Columns and rows of a Parquet file. Nested columns, which no field can be taken from, are left out.
 * @throws LoadError when it is none, or lacks columns the source needs
 */
export async function readParquetFooter(file: InputFile, source: Source): Promise<ParquetFooter> {
  const metadata = await metadataOf(file);
  const all = parquetSchema(metadata).children;
  const nested = all.filter(
    ({ children, element }) => children.length > 0 || element.repetition_type === 'REPEATED',
  );
  checkNested(
    file,
    source,
    nested.map(({ element }) => element.name),
  );
  const elements = all.filter((column) => !nested.includes(column)).map(({ element }) => element);
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
}

import { Readable } from 'node:stream';
import type { City, Source } from '@hotline-atlas/city';
import type { Database, Statement } from '@hotline-atlas/clickhouse';
import { newBinder } from '@hotline-atlas/clickhouse';
import type { SourceFieldName } from '@hotline-atlas/model';
import type { LoadStamp } from '../map/judge-appeal.ts';
import { mappingStatement } from '../map/map-source.ts';
import { spokenFields, valuedFields } from '../map/spoken-fields.ts';
import { assertUnchanged, type InputFile } from '../read/input-file.ts';
import { type Prepared, prepare } from '../read/prepare.ts';
import { withoutSearchIndex } from '../tables/limits.ts';

/** Told bytes of the file and records read so far. */
export type OnRead = (bytes: number, records: number) => void;

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
): Promise<{ read: number; fields: SourceFieldName[] }> {
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

import type { Binder } from '@hotline-atlas/clickhouse';

/**
 * The records of a file as the engine sees them: a relation with `line`, `fault`, `raw` and one column per
 * field.
 */
export interface RecordInput {
  /** SELECT that gives the columns. */
  relation: string;
  /** FORMAT of the bytes that follow the INSERT. */
  format: string;
  /** Expression of a column of the file, with its ClickHouse type where it is not text. */
  columns: ReadonlyMap<string, { sql: string; type?: string }>;
  /** The record as it came, for records the engine could parse but we cannot keep. */
  raw: string;
}

/** A column of a Parquet file and the ClickHouse type it is read as; none: text. */
export interface ParquetColumn {
  name: string;
  type?: string;
}

const quoted = (name: string): string => `\`${name.replace(/[`\\]/g, '\\$&')}\``;

/** Delimited text, behind the line number and fault that the scanner put before each record. */
export function delimitedInput(names: readonly string[]): RecordInput {
  const fields = names.map((_, index) => `f${index}`);
  const structure = [
    'line UInt64',
    'fault String',
    'raw String',
    ...fields.map((field) => `${field} Nullable(String)`),
  ];
  return {
    relation: `SELECT * FROM input('${structure.join(', ')}')`,
    format: 'CSV',
    columns: firstOfEach(names, (_, index) => ({ sql: `f${index}` })),
    raw: `if(fault = '', formatRowNoNewline('CSV', ${fields.join(', ')}), raw)`,
  };
}

/** Newline-delimited JSON, behind the line number that the scanner put before each record. */
export function jsonInput(names: readonly string[], { bind }: Binder): RecordInput {
  const type = `Tuple(${names.map((name) => `${quoted(name)} Nullable(String)`).join(', ')})`;
  return {
    relation: `SELECT toUInt64OrZero(substring(text, 1, position(text, ' ') - 1)) AS line, substring(text, position(text, ' ') + 1) AS raw,
       if(isValidJSON(raw) AND JSONType(raw) = 'Object', '', 'not a JSON object') AS fault, JSONExtract(raw, ${bind(type, 'String')}) AS fields
FROM input('text String')`,
    format: 'LineAsString',
    columns: firstOfEach(names, (_, index) => ({ sql: `fields.${index + 1}` })),
    raw: 'raw',
  };
}

/** Parquet, whose columns have types: what they hold is read as that, never by way of text. */
export function parquetInput(columns: readonly ParquetColumn[]): RecordInput {
  const structure = columns.map(({ name, type }) => `${quoted(name)} ${type ?? 'Nullable(String)'}`);
  const fields = columns.map(({ name }, index) => `${quoted(name)} AS f${index}`);
  const pairs = columns.map(({ name }, index) => `${literal(name)}, toString(f${index})`);
  return {
    relation: `SELECT rowNumberInAllBlocks() + 1 AS line, '' AS fault, ${fields.join(', ')} FROM input(${literal(structure.join(', '))})`,
    format: 'Parquet',
    columns: firstOfEach(
      columns.map(({ name }) => name),
      (_, index) => ({ ...columns[index], sql: `f${index}` }),
    ),
    raw: `toJSONString(map(${pairs.join(', ')}))`,
  };
}

const literal = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

function firstOfEach<Value>(
  names: readonly string[],
  of: (name: string, index: number) => Value,
): Map<string, Value> {
  const found = new Map<string, Value>();
  names.forEach((name, index) => {
    if (!found.has(name)) found.set(name, of(name, index));
  });
  return found;
}

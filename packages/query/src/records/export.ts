import type { Statement } from '@hotline-atlas/clickhouse';
import type { ExportFormat } from '@hotline-atlas/model';
import type { Months } from '../plan/months.ts';
import { arrowSettings, boundsOfExports, parquetSettings, sheetSettings } from '../run/limits.ts';
import { join, type Sql, sql } from '../sql/sql.ts';
import { momentSeen } from './moment.ts';
import { orderSql } from './ordered-page.ts';
import { type Reader, recordColumns, visibleColumns, type Writing } from './record-columns.ts';
import { type RecordSelection, recordConditions } from './selected.ts';
import { sheetRows } from './sheet-rows.ts';

export interface FileFormat {
  engine: string;
  type: string;
  extension: string;
  writing: Writing;
}

/** The formats of exports. Times and unknown values are typed where the format has types. */
export const fileFormats: Record<ExportFormat, FileFormat> = {
  csv: { engine: 'CSVWithNames', type: 'text/csv; charset=utf-8', extension: 'csv', writing: 'spreadsheet' },
  ndjson: { engine: 'JSONEachRow', type: 'application/x-ndjson', extension: 'ndjson', writing: 'text' },
  parquet: {
    engine: 'Parquet',
    type: 'application/vnd.apache.parquet',
    extension: 'parquet',
    writing: 'typed',
  },
  arrow: {
    engine: 'ArrowStream',
    type: 'application/vnd.apache.arrow.stream',
    extension: 'arrow',
    writing: 'typed',
  },
  xlsx: {
    engine: 'TSVRaw',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    writing: 'cells',
  },
};

/**
 * The order of the table, in which it is read without being sorted: the same records come in the same order,
 * and give the same bytes. Of times, it tells no more than the records do.
 */
const orderOfTable = ({ scope, timeZone }: Reader): Sql =>
  sql`\nORDER BY source.district, source.topic1, source.topic2, ${momentSeen('received', scope, timeZone)}, source.id`;

/** The order asked for; else that of the table where records have to have one. */
function orderOf({ order }: RecordSelection, reader: Reader, format: ExportFormat): Sql {
  if (order) return orderSql(order, reader);
  return format === 'xlsx' || reader.scope.time === 'hour' ? orderOfTable(reader) : sql``;
}

/** Sorting beyond it goes through the disk. */
const sortedInMemory = '2000000000';

/**
 * The statement whose bytes are the exported file: every record selected, in no particular order; in a sheet,
 * which people open beside an earlier one, by place, topic and time. So, too, for whoever sees no exact
 * times: they could be told from the order of the table.
 */
export function compileExport(
  selection: RecordSelection,
  months: Months,
  reader: Reader,
  format: ExportFormat,
): Pick<Statement, 'sql' | 'parameters' | 'settings'> {
  const { engine, writing } = fileFormats[format];
  const { scope } = reader;
  const records = sql`SELECT ${join(recordColumns(reader, writing), ',\n  ')}
FROM appeal AS source
WHERE ${recordConditions(selection, months, scope)}${orderOf(selection, reader, format)}`;
  const { text, parameters } = format === 'xlsx' ? sheetRows(records, visibleColumns(scope)) : records;
  return {
    sql: `${text}\nFORMAT ${engine}`,
    parameters,
    settings: {
      ...boundsOfExports,
      ...arrowSettings,
      ...(selection.order && { max_bytes_before_external_sort: sortedInMemory }),
      ...(format === 'parquet' && parquetSettings),
      ...(format === 'xlsx' && sheetSettings),
      format_csv_null_representation: '',
    },
  };
}

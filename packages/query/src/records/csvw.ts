import type { RecordFieldName } from '@hotline-atlas/model';
import { formOf } from './record-columns.ts';

const datatypeOf = (column: RecordFieldName): unknown => {
  switch (formOf(column)) {
    case 'time':
      return { base: 'dateTime', format: 'yyyy-MM-ddTHH:mm:ss' };
    case 'count':
      return 'integer';
    case 'number':
      return 'double';
    default:
      return 'string';
  }
};

/**
 * The description of a CSV file as *CSV on the Web* has it, to be kept beside the file as
 * `<file>-metadata.json`: what its columns hold, and in its notes which records of what data they are. See
 * https://www.w3.org/TR/tabular-metadata/
 */
export const csvw = (
  file: string,
  columns: readonly RecordFieldName[],
  about: readonly (readonly [string, string])[],
) => ({
  '@context': 'http://www.w3.org/ns/csvw',
  url: file,
  dialect: { encoding: 'utf-8', header: true, delimiter: ',', doubleQuote: true },
  tableSchema: {
    columns: columns.map((column) => ({
      name: column,
      titles: column,
      datatype: datatypeOf(column),
      null: '',
    })),
  },
  notes: [Object.fromEntries(about)],
});

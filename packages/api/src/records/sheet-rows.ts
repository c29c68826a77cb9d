import { join, name, type Sql, sql } from '../sql/sql.ts';
import type { RecordColumn } from './record-columns.ts';

/** A cell holds 32,767 UTF-16 units; a character takes two at the most. */
const mostCharacters = sql`16383`;

/** Text of a cell as XML can hold it; `_x0041_` would be read as an escape. */
const cellText = (value: Sql): Sql => sql`encodeXMLComponent(replaceRegexpAll(replaceRegexpAll(
    toValidUTF8(substringUTF8(${value}, 1, ${mostCharacters})),
    '[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]', ''), '_x([0-9A-Fa-f]{4}_)', '_x005F_x\\\\1'))`;

const numbers: ReadonlySet<RecordColumn> = new Set(['latitude', 'longitude']);

/** A text is written as text, which a spreadsheet never takes for a formula. */
function cell(column: RecordColumn): Sql {
  const value = sql`record.${name(column)}`;
  const written = numbers.has(column)
    ? sql`concat('<c><v>', toString(${value}), '</v></c>')`
    : sql`concat('<c t="inlineStr"><is><t xml:space="preserve">', ${cellText(value)}, '</t></is></c>')`;
  return sql`ifNull(${written}, '<c/>')`;
}

/** Records as rows of a sheet, written by the engine: one XML element a record. */
export const sheetRows = (records: Sql, columns: readonly RecordColumn[]): Sql =>
  sql`SELECT concat('<row>', ${join(columns.map(cell), ',\n  ')}, '</row>') AS row
FROM (
${records}
) AS record`;

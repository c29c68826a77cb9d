import type { RecordFieldName } from '@hotline-atlas/model';
import { bind, join, name, type Sql, sql } from '../sql/sql.ts';

/** UTF-16 units a cell holds at the most. */
const mostUnits = 32_767;

/** What a text ends with that a cell does not hold whole. */
export const cutMark = ' … [cut; the other formats hold all of it]';

/** A text whose characters are all of XML 1.0: others are left out, or stand as U+FFFD. */
const xmlText = (value: Sql): Sql =>
  sql`replaceAll(replaceAll(replaceRegexpAll(toValidUTF8(${value}), '[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]', ''), '\\xEF\\xBF\\xBE', '\\xEF\\xBF\\xBD'), '\\xEF\\xBF\\xBF', '\\xEF\\xBF\\xBD')`;

/**
 * A text cut to what a cell holds. A character of four bytes takes two units, so that only long texts have to
 * be looked at closely.
 */
const cut = (value: Sql): Sql => {
  const most = bind('most_units', 'UInt32', mostUnits);
  const mark = bind('cut_mark', 'String', cutMark);
  return sql`if(lengthUTF8(${value}) <= intDiv(${most}, 2), ${value}, arrayStringConcat(arrayMap(
    (characters, units) -> if(units[-1] <= ${most}, arrayStringConcat(characters),
      concat(arrayStringConcat(arraySlice(characters, 1, arrayCount(each -> each <= ${most} - lengthUTF8(${mark}), units))), ${mark})),
    [extractAll(substringUTF8(${value}, 1, ${most} + 1), '(?s).')],
    [arrayCumSum(character -> if(length(character) = 4, 2, 1), extractAll(substringUTF8(${value}, 1, ${most} + 1), '(?s).'))])))`;
};

/** Text of a cell as XML holds it; `_x0041_` would be read as an escape. */
const cellText = (value: Sql): Sql =>
  sql`encodeXMLComponent(replaceRegexpAll(${cut(value)}, '_(x[0-9A-Fa-f]{4})', '_x005F_\\1'))`;

const numbers: ReadonlySet<RecordFieldName> = new Set(['latitude', 'longitude', 'returned']);

/** A text is written as text, which a spreadsheet never takes for a formula. */
function cell(column: RecordFieldName): Sql {
  const value = sql`known.${name(column)}`;
  const written = numbers.has(column)
    ? sql`concat('<c><v>', toString(assumeNotNull(${value})), '</v></c>')`
    : sql`concat('<c t="inlineStr"><is><t xml:space="preserve">', ${cellText(sql`assumeNotNull(${value})`)}, '</t></is></c>')`;
  return sql`if(isNull(${value}), '<c/>', ${written})`;
}

const readable = (column: RecordFieldName): Sql => {
  const value = sql`record.${name(column)}`;
  return numbers.has(column) ? sql`if(isFinite(toFloat64(${value})), ${value}, NULL)` : xmlText(value);
};

/** Records as rows of a sheet, written by the engine: one XML element a record. */
export const sheetRows = (records: Sql, columns: readonly RecordFieldName[]): Sql =>
  sql`SELECT concat('<row>', ${join(columns.map(cell), ',\n  ')}, '</row>') AS row
FROM (
SELECT ${join(
    columns.map((column) => sql`${readable(column)} AS ${name(column)}`),
    ',\n  ',
  )}
FROM (
${records}
) AS record
) AS known`;

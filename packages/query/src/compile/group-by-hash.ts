import { type DimensionName, dimensionOf } from '@hotline-atlas/model';
import type { Plan } from '../plan/plan.ts';
import { join, list, name, type Sql, sql } from '../sql/sql.ts';
import { type Column, named } from './column.ts';
import type { Scan } from './scan.ts';

const isWord = (dimension: DimensionName): boolean =>
  dimension !== 'due_state' && ['area', 'category'].includes(dimensionOf(dimension).kind);

const hasManyValues = (dimension: DimensionName): boolean => dimensionOf(dimension).highCardinality === true;

const mostWords = 3;

/**
 * Whether all appeals of a period are grouped by several words, so few that every combination of their values
 * can be written down. With conditions, few rows are left to group, and their words would be looked for three
 * times.
 */
export const canGroupByHash = (
  { query: { by, where, q } }: Pick<Plan, 'query'>,
  { table }: Pick<Scan, 'table'>,
): boolean =>
  table.keys === null &&
  by.length > 1 &&
  by.length <= mostWords &&
  by.every(isWord) &&
  by.filter(hasManyValues).length <= 1 &&
  where.length === 0 &&
  q === undefined;

/**
 * A number for each combination of words; two that are the same are as unlikely as two equal hashes of 64
 * bits.
 */
const numberOf = ([first, ...more]: readonly Sql[]): Sql =>
  more.reduce(
    (number, word) => sql`31 * (${number}) + cityHash64(${word})`,
    sql`cityHash64(${first ?? sql`''`})`,
  );

/**
 * Appeals grouped by a number made of their words, and the words found again by it. To group by two words the
 * engine writes both down for every row, which takes five times as long; hashes are worked out once a word.
 * Surplus words are dropped by the join, so the lists of words use `indexHint` alone and skip the filter of
 * rows.
 * @param marks what columns and rows refer to, as a WITH
 */
export function groupByHashSql(
  by: readonly DimensionName[],
  { table }: Pick<Scan, 'table'>,
  { marks, rows, columns }: { marks: Sql; rows: Sql; columns: readonly Column[] },
): Sql {
  const words = by.map(name);
  const read = (what: Sql, condition: Sql, grouping: Sql) => sql`(
${marks}SELECT ${what}
FROM ${name(table.name)} AS source
WHERE ${condition}${grouping}
)`;
  const number = { value: numberOf(words.map((word) => sql`source.${word}`)), name: 'number' };
  const numbered = read(list([number, ...columns].map(named)), rows, sql`\nGROUP BY 1`);
  const every = words.map(
    (word) =>
      sql`${read(sql`DISTINCT source.${word} AS ${word}`, sql`indexHint(${rows})`, sql``)} AS every_${word}`,
  );
  const shown = [
    ...words.map((word) => sql`words.${word} AS ${word}`),
    ...columns.map((column) => sql`numbered.${name(column.name)} AS ${name(column.name)}`),
  ];
  return sql`SELECT ${list(shown)}
FROM ${numbered} AS numbered
INNER JOIN (
SELECT ${list([...words, named({ value: numberOf(words), name: 'number' })])}
FROM ${join(every, '\nCROSS JOIN ')}
) AS words ON words.number = numbered.number`;
}

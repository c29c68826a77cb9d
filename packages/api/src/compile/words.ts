import { type DimensionName, dimensionOf } from '@hotline-atlas/model';
import type { Plan } from '../plan/plan.ts';
import { join, name, type Sql, sql } from '../sql/sql.ts';
import type { Source } from './source.ts';

const list = (pieces: readonly Sql[]): Sql => join(pieces, ', ');

/** Something counted, and what it is called. */
export interface Column {
  value: Sql;
  name: string;
}

export const named = ({ value, name: own }: Column): Sql => sql`${value} AS ${name(own)}`;

const isWord = (dimension: DimensionName): boolean =>
  ['area', 'category'].includes(dimensionOf(dimension).kind);

const hasManyValues = (dimension: DimensionName): boolean => dimensionOf(dimension).highCardinality === true;

const mostWords = 3;

/**
 * Whether all appeals of a period are grouped by several words, so few that every combination of their values can be written down.
 * With conditions, few rows are left to group, and their words would be looked for three times.
 */
export const isOfManyWords = (
  { query: { by, where, q } }: Pick<Plan, 'query'>,
  { table }: Pick<Source, 'table'>,
): boolean =>
  table.keys === null &&
  by.length > 1 &&
  by.length <= mostWords &&
  by.every(isWord) &&
  by.filter(hasManyValues).length <= 1 &&
  where.length === 0 &&
  q === undefined;

/** A number for each combination of words; two that are the same are as unlikely as two equal hashes of 64 bits. */
const numberOf = ([first, ...more]: readonly Sql[]): Sql =>
  more.reduce(
    (number, word) => sql`31 * (${number}) + cityHash64(${word})`,
    sql`cityHash64(${first ?? sql`''`})`,
  );

/**
 * Appeals grouped by a number made of their words, and the words found again by it. To group by two words the engine writes both
 * down for every row, which takes five times as long; hashes are worked out once a word.
 * @param marks what columns and rows refer to, as a WITH
 */
export function readByNumber(
  by: readonly DimensionName[],
  { marks, rows, columns }: { marks: Sql; rows: Sql; columns: readonly Column[] },
): Sql {
  const words = by.map(name);
  const every = words.map(
    (word) => sql`(
${marks}SELECT DISTINCT source.${word} AS ${word}
FROM appeal AS source
WHERE ${rows}
) AS every_${word}`,
  );
  const counted = { value: numberOf(words.map((word) => sql`source.${word}`)), name: 'number' };
  return sql`SELECT ${list([...words.map((word) => sql`words.${word} AS ${word}`), ...columns.map(({ name: own }) => sql`numbered.${name(own)} AS ${name(own)}`)])}
FROM (
${marks}SELECT ${list([counted, ...columns].map(named))}
FROM appeal AS source
WHERE ${rows}
GROUP BY 1
) AS numbered
INNER JOIN (
SELECT ${list([...words, named({ value: numberOf(words), name: 'number' })])}
FROM ${join(every, '\nCROSS JOIN ')}
) AS words ON words.number = numbered.number`;
}

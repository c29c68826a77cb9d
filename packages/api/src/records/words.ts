import { bind, join, type Sql, sql } from '../sql/sql.ts';

const places = [sql`source.text`, sql`source.reply`, sql`source.address`];

/** Words without upper and lower case, such as Chinese ones, are found without folding case. */
const hasCase = (word: string): boolean => word.toLowerCase() !== word.toUpperCase();

function occurs(word: string, index: number): Sql {
  const sought = bind(`word_${index}`, 'String', word);
  const found = places.map((place) =>
    hasCase(word)
      ? sql`positionCaseInsensitiveUTF8(${place}, ${sought}) > 0`
      : sql`position(${place}, ${sought}) > 0`,
  );
  return sql`(${join(found, ' OR ')})`;
}

/** Conditions that every word of a search text occurs in text, reply or address. */
export const wordConditions = (searched: string | undefined): Sql[] =>
  [...new Set((searched ?? '').split(/\s+/).filter(Boolean))].map(occurs);

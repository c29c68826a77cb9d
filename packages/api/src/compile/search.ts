import { InvalidQuestion, type Scope } from '@hotline-atlas/model';
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

/**
 * Conditions that every word of a search text occurs in text, reply or address.
 * @throws InvalidQuestion where texts may not be seen: even a count would tell what stands there
 */
export function searchConditions(q: string | undefined, scope: Scope): Sql[] {
  if (q === undefined) return [];
  if (!scope.texts)
    throw new InvalidQuestion('q', q, 'leave it out: texts, replies and addresses are not open to you');
  return [...new Set(q.split(/\s+/).filter(Boolean))].map(occurs);
}

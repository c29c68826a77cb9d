import { InvalidQuestion, NotOpen, type Scope, searchWords } from '@hotline-atlas/model';
import { bind, type Sql, sql } from '../sql/sql.ts';

const mostWords = 16;

/**
 * Whether a word occurs in the text. The index holds pairs of characters. Two characters take one lookup.
 * More take a lookup of all pairs and then `position`. One character has no index: the texts are scanned.
 */
function occurs(word: string, index: number): Sql {
  const sought = sql`lowerUTF8(${bind(`word_${index}`, 'String', word)})`;
  const pairs = sql`hasAllTokens(source.searchable, ${sought})`;
  const inARow = sql`position(source.searchable, ${sought}) > 0`;
  const { length } = [...word];
  if (length === 1) return inARow;
  return length === 2 ? pairs : sql`${pairs} AND ${inARow}`;
}

/**
 * Conditions that every word and phrase of a search text occurs in what was written.
 * @throws NotOpen where texts may not be seen
 */
export function searchConditions(q: string | undefined, scope: Scope): Sql[] {
  if (q === undefined) return [];
  if (!scope.texts) throw new NotOpen('Texts are not open to you: leave out q.');
  const words = searchWords(q);
  if (words.length > mostWords)
    throw new InvalidQuestion('q', q, `send at most ${mostWords} words and phrases`);
  return words.map(occurs);
}

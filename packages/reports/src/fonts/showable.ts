/** A text with everything the fonts can show, and what stands for the rest. */
export interface Showable {
  text: string;
  /** How many characters were replaced, by their code point: `U+20BB7`. */
  replaced: Map<string, number>;
}

/** After so many letters without a space a line may break. */
const longestWord = 24;
const mayBreak = '\u200B';
/** Stands for what no font has: visible, and wide as a Han character. */
const replacement = '□';

const codeOf = (point: number): string => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;

const isSpace = /[\s\u2000-\u200A\u202F\u205F\u3000]/u;
const breaksAnywhere = /[\p{Script=Han}\p{P}]/u;

/** What a character is shown as. */
function shownAs(character: string, has: (point: number) => boolean): string | null {
  if (character === '\u3000' || character === '\u00A0') return character;
  if (isSpace.test(character)) return ' ';
  return has(character.codePointAt(0) ?? 0) ? character : null;
}

/**
 * A text as it can be printed: characters that no font has are replaced by a box and counted, never left out;
 * any space is a plain one; words without end may break.
 * @param has whether some font has a character
 */
export function showable(text: string, has: (point: number) => boolean): Showable {
  const replaced = new Map<string, number>();
  const shown: string[] = [];
  let word = 0;
  for (const character of text.normalize('NFC')) {
    const one = shownAs(character, has);
    const code = codeOf(character.codePointAt(0) ?? 0);
    if (one === null) replaced.set(code, (replaced.get(code) ?? 0) + 1);
    word = one === ' ' || breaksAnywhere.test(one ?? replacement) ? 0 : word + 1;
    shown.push(one ?? replacement);
    if (word === longestWord) {
      shown.push(mayBreak);
      word = 0;
    }
  }
  return { text: shown.join(''), replaced };
}

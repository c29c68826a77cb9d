import type { FoundMatch } from '@hotline-atlas/model';
import { compared, type Named } from './names.ts';

const starts = (texts: readonly string[], part: string): boolean =>
  texts.some((text) => text.startsWith(part));

const isSpelling = /^[a-z0-9]+$/;

/** Words of a code say nothing to who types a name; digits and dots do. */
const isOfCode = /[\d.]/;

/** How a name answers to what was typed: the whole of it, its beginning, its first letters, a part of it. */
export function matchOf(typed: string, entry: Named): FoundMatch | null {
  const text = compared(typed);
  if (text === '') return null;
  const { names, words, initials, pinyin, kind } = entry;
  const code = kind === 'page' ? '' : compared(entry.code);
  if (names.includes(text) || code === text) return 'exact';
  if (isOfCode.test(text) && code.startsWith(text)) return 'prefix';
  if (starts(names, text) || starts(words, text)) return 'prefix';
  if (isSpelling.test(text) && (starts(initials, text) || pinyin.startsWith(text))) return 'initials';
  if (names.some((name) => name.includes(text))) return 'inside';
  // One letter, or two, is inside of nearly every spelling.
  return isSpelling.test(text) && text.length > 2 && pinyin.includes(text) ? 'inside' : null;
}

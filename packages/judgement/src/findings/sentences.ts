import type { Bilingual } from '@hotline-atlas/model';

const joined = (parts: readonly string[], between: string, end: string): string =>
  parts.length > 0 ? `${parts.join(between)}${end}` : '';

/** Parts of a detail as one text; parts that are null are left out. */
export function detailOf(parts: readonly (Bilingual | null)[]): Bilingual {
  const given = parts.flatMap((part) => part ?? []);
  const en = given.map((part) => part.en);
  const zh = given.map((part) => part.zh);
  return { en: capital(joined(en, '; ', '.')), zh: joined(zh, '；', '。') };
}

/** A text that begins with a capital. */
const capital = (text: string): string => text.replace(/^./u, (first) => first.toUpperCase());

/** Letters an English finding has at the most, so that it is read at a glance. */
const mostLetters = 75;

/** The first of several wordings, fullest first, whose English is short enough; else the last. */
export const shortEnough = (wordings: readonly Bilingual[], most = mostLetters): Bilingual =>
  wordings.find(({ en }) => en.length <= most) ?? wordings.at(-1) ?? { en: '', zh: '' };

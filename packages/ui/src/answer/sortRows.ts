import type { Language } from '@hotline-atlas/model';
import type { Cell, Table } from './table.ts';

/** Chinese by pinyin, whatever the browser's own language; numbers in names by their size. */
const locales: Record<Language, string> = { en: 'en', zh: 'zh-u-co-pinyin' };
const made = new Map<Language, Intl.Collator>();

/** The order of a language. Making it takes its time, and most pages sort nothing. */
function collator(language: Language): Intl.Collator {
  const known = made.get(language) ?? new Intl.Collator(locales[language], { numeric: true });
  made.set(language, known);
  return known;
}

const isUnknown = ({ raw }: Cell): boolean => raw === null || raw === '';

function compare(a: Cell, b: Cell, byValue: boolean, language: Language): number {
  if (typeof a.raw === 'number' && typeof b.raw === 'number') return a.raw - b.raw;
  if (byValue) return collator('en').compare(String(a.raw), String(b.raw));
  return collator(language).compare(a.text, b.text);
}

/**
 * Rows in the order of a column: numbers and times by their value, names as the language of the reader orders
 * them; unknown values last,
 * whichever way.
 */
export function sortRows(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  at: number,
  descending: boolean,
  language: Language,
): Cell[][] {
  const sign = descending ? -1 : 1;
  const byValue = columns[at]?.byValue ?? false;
  return [...rows].sort((one, other) => {
    const [a, b] = [one[at], other[at]];
    if (!a || !b) return 0;
    if (isUnknown(a) || isUnknown(b)) return Number(isUnknown(a)) - Number(isUnknown(b));
    return sign * compare(a, b, byValue, language);
  });
}

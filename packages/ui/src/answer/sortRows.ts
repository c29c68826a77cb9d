import type { Language } from '@hotline-atlas/model';
import type { Cell, Table } from './table.ts';

/** Chinese by pinyin, whatever the browser's own language; numbers in names by their size. */
const collators: Record<Language, Intl.Collator> = {
  en: new Intl.Collator('en', { numeric: true }),
  zh: new Intl.Collator('zh-u-co-pinyin', { numeric: true }),
};

const isUnknown = ({ raw }: Cell): boolean => raw === null || raw === '';

function compare(a: Cell, b: Cell, byValue: boolean, language: Language): number {
  if (typeof a.raw === 'number' && typeof b.raw === 'number') return a.raw - b.raw;
  if (byValue) return collators.en.compare(String(a.raw), String(b.raw));
  return collators[language].compare(a.text, b.text);
}

/**
 * Rows in the order of a column: numbers and times by their value, names as the language of the reader orders them; unknown values last,
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

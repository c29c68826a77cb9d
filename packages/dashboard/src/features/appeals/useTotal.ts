import type { Language } from '@hotline-atlas/model';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { AppealPage } from './useAppeals.ts';
import { appealWords } from './words.ts';

/** How many there are, in words: at least so many while texts are still being searched. */
export function useTotal(page: AppealPage | undefined, language: Language): string {
  const words = useWords(appealWords);
  if (!page) return '';
  const { total, searched_from: from } = page.meta;
  const text = exact(total, language);
  if (!from) return words.count(total, text);
  return `${words.count(total, words.atLeast(text))} · ${words.searchedFrom(dayLabel(from, language))}`;
}

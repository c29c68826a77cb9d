import { searchWords } from '@hotline-atlas/model';
import type { Page } from './place.ts';

/** Letters and digits as wide as Chinese characters, which input methods type as well. */
const wide = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u3000]+/g;

/**
 * A text to be searched for: wide letters and digits as everybody writes them, and nothing where there is no
 * word in it. Other characters
 * stay as they were typed: texts of appeals hold them too.
 */
export function searchText(text: string): string {
  const plain = text.replaceAll(wide, (part) => part.normalize('NFKC')).trim();
  return searchWords(plain).length > 0 ? plain : '';
}

const orderNumber = /^[\p{L}\d][\p{L}\d_./-]{3,}$/u;

/** Whether a text may be the number of an order: one word with a digit in it. */
export const looksLikeNumber = (text: string): boolean => orderNumber.test(text) && /\d{3}/.test(text);

/** Whether the searched text filters all that a page shows; figures of other pages do not follow it. */
export const isSearchFilter = (page: Page): boolean => page === 'appeals';

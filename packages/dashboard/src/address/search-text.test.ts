import { expect, test } from 'vitest';
import { looksLikeNumber, searchText } from './search-text.ts';

test('what holds no word is no search', () => {
  expect(['', '  ', '"', '\u201C\u201D', '\u3000'].map(searchText)).toEqual(['', '', '', '', '']);
});

test('wide digits and letters are the same as narrow ones; Chinese marks stay', () => {
  expect(searchText(' \uFF11\uFF12\uFF13\uFF14\uFF15\u3000\uFF2E\uFF2F ')).toBe('12345 NO');
  expect(searchText('供暖，不热')).toBe('供暖，不热');
});

test('a number of an order is one word with digits', () => {
  expect(['BJ-2024-000123', '20240131000017', '供暖', 'no heat 123', '12'].map(looksLikeNumber)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

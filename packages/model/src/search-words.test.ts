import { expect, test } from 'vitest';
import { searchWords } from './search-words.ts';

test('words are parted by spaces, phrases kept together, each once', () => {
  expect(searchWords(' 供暖  heating 供暖 ')).toEqual(['供暖', 'heating']);
  expect(searchWords('"no heating" “暖气 不热”「停车」 Müll')).toEqual([
    'no heating',
    '暖气 不热',
    '停车',
    'Müll',
  ]);
  expect(searchWords('say "" “”   ')).toEqual(['say']);
  expect(searchWords('an "open end')).toEqual(['an', 'open', 'end']);
});

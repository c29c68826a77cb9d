import { expect, test } from 'vitest';
import { readFonts } from './fonts.ts';
import { showable } from './showable.ts';

const { has } = readFonts();

test('what offices write is in the fonts; nothing of it is taken from the machine', () => {
  const { replaced } = showable('漷县镇、旃檀寺、㐂 ℃ ● ○ – − ≥ ‰ ± “引号” 2024年11月 é ñ Ж', has);
  expect([...replaced]).toEqual([]);
});

test('what the fonts lack is shown as a box and counted, never left out', () => {
  const { text, replaced } = showable('𠮷野家 🎉\u202E한', has);
  expect(text).toBe('□野家 □□□');
  expect(Object.fromEntries(replaced)).toEqual({ 'U+20BB7': 1, 'U+1F389': 1, 'U+202E': 1, 'U+D55C': 1 });
});

test('any space is a plain one, and a word without end may break', () => {
  expect(showable('a\u2009b\u202Fc\nd', has).text).toBe('a b c d');
  const long = showable('x'.repeat(60), has).text;
  expect(long.split('\u200B').map(({ length }) => length)).toEqual([24, 24, 12]);
});

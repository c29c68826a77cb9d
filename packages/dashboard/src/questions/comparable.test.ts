import { expect, test } from 'vitest';
import { worthComparing } from './comparable.ts';

test('a period that begins with the data has nothing before it to be compared with', () => {
  const all = { from: '2019-01-01', to: '2025-01-01' };
  const last = { from: '2024-01-01', to: '2025-01-01' };
  expect(worthComparing('year', all, '2019-01-01', ['district'])).toBe('none');
  expect(worthComparing('previous', all, '2019-01-01', [])).toBe('none');
  expect(worthComparing('year', all, '2019-01-01', ['month'])).toBe('year');
  expect(worthComparing('year', last, '2019-01-01', ['district'])).toBe('year');
  expect(worthComparing('year', last, '2023-04-01', ['district'])).toBe('year');
  expect(worthComparing('none', last, '2019-01-01', ['month'])).toBe('none');
  expect(worthComparing('year', all, null, [])).toBe('year');
});

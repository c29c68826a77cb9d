import { expect, test } from 'vitest';
import { worthComparing } from './comparable.ts';

test('a period that begins with the data has nothing before it to be compared with', () => {
  const all = { from: '2019-01-01', to: '2025-01-01', where: [] };
  const last = { from: '2024-01-01', to: '2025-01-01', where: [] };
  expect(worthComparing('year', all, '2019-01-01', ['district'])).toBe('none');
  expect(worthComparing('previous', all, '2019-01-01', [])).toBe('none');
  expect(worthComparing('year', all, '2019-01-01', ['month'])).toBe('year');
  expect(worthComparing('year', last, '2019-01-01', ['district'])).toBe('year');
  expect(worthComparing('year', last, '2023-04-01', ['district'])).toBe('year');
  expect(worthComparing('none', last, '2019-01-01', ['month'])).toBe('none');
  expect(worthComparing('year', all, null, [])).toBe('year');
});

test('open orders are compared with nothing, whatever chooses them', () => {
  const last = { from: '2024-01-01', to: '2025-01-01' };
  const compared = (dimension: 'due_state' | 'status', values: string[], exclude = false) =>
    worthComparing('year', { ...last, where: [{ dimension, exclude, values }] }, '2019-01-01', []);
  expect(compared('due_state', ['overdue'])).toBe('none');
  expect(compared('status', ['reopened'])).toBe('none');
  expect(compared('status', ['closed'], true)).toBe('none');
  expect(compared('status', ['closed'])).toBe('year');
  expect(compared('status', ['closed', 'reopened'])).toBe('year');
  expect(compared('status', ['received'], true)).toBe('year');
  expect(compared('status', [''])).toBe('year');
});

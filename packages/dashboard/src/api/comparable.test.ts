import type { Answer, Column } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { comparable, worthComparing } from './comparable.ts';

const columns = (dimension: string): Column[] => [
  { name: dimension, type: 'string', role: 'dimension', of: dimension },
  { name: 'appeals', type: 'number', role: 'metric', of: 'appeals', unit: 'count' },
  { name: 'appeals_before', type: 'number', role: 'before', of: 'appeals', unit: 'count' },
];
const answer = (dimension: string) =>
  ({
    meta: { columns: columns(dimension), compared_period: { from: '2018-01-01', to: '2024-01-01' } },
    rows: [{ [dimension]: 'a', appeals: 6, appeals_before: 5 }],
  }) as unknown as Answer;

test('a period without any appeals is not compared with: its zeros are no line and no bar', () => {
  const { meta, rows } = answer('month');
  const nothing = {
    meta,
    rows: [...rows, { month: 'b', appeals: 2 }].map((row) => ({ ...row, appeals_before: 0 })),
  };
  expect(comparable(nothing, '2018-01-01').rows.map((row) => row.appeals_before)).toEqual([null, null]);
});

test('a period that the data covers in part only is not compared with', () => {
  expect(comparable(answer('district'), '2019-01-01').rows[0]?.appeals_before).toBeNull();
  expect(comparable(answer('district'), '2018-01-01').rows[0]?.appeals_before).toBe(5);
  expect(comparable(answer('month'), '2019-01-01').rows[0]?.appeals_before).toBe(5);
});

test('what would be taken back is not asked for', () => {
  const all = { from: '2019-01-01', to: '2025-01-01' };
  const last = { from: '2024-01-01', to: '2025-01-01' };
  expect(worthComparing('year', all, '2019-01-01', ['district'])).toBe('none');
  expect(worthComparing('previous', all, '2019-01-01', [])).toBe('none');
  expect(worthComparing('year', all, '2019-01-01', ['month'])).toBe('year');
  expect(worthComparing('year', last, '2019-01-01', ['district'])).toBe('year');
  expect(worthComparing('none', last, '2019-01-01', ['month'])).toBe('none');
  expect(worthComparing('year', all, null, [])).toBe('year');
});

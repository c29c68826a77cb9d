import { expect, test } from 'vitest';
import { rowsOfColumns } from './rows-of-columns.ts';

test('columns side by side become rows, with their names in order', () => {
  const rows = rowsOfColumns('{"district": ["north", null], "sums": [[1, 2], []]}');
  expect(rows).toEqual([
    { district: 'north', sums: [1, 2] },
    { district: null, sums: [] },
  ]);
  expect(Object.keys(rows[0] ?? {})).toEqual(['district', 'sums']);
});

test('of no rows there are none', () => {
  expect(rowsOfColumns('{"appeals": []}')).toEqual([]);
});

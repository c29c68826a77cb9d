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

test('columns without values that the engine names twice are no rows', () => {
  expect(rowsOfColumns('{\n\t"a": [],\n\t"b": []\t"a": [],\n\t"b": []\n}\n')).toEqual([]);
});

test('an answer that was cut off is no answer', () => {
  expect(() => rowsOfColumns('{"a": [1, 2')).toThrow(SyntaxError);
  expect(() => rowsOfColumns('{"a": []')).toThrow(SyntaxError);
});

import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('codes stand beside names, numbers are in full, and what it is stands above', () => {
  const table = {
    columns: [
      { name: 'district', label: 'District', numeric: false },
      { name: 'appeals', label: 'Appeals', numeric: true },
    ],
    rows: [
      [
        { raw: '1', text: 'Chaoyang' },
        { raw: 1234567, text: '1.2M' },
      ],
    ],
  };
  expect(csvOf(table, ['2024, all\nof it'])).toBe(
    '\uFEFF# 2024, all of it\r\ndistrict,District,Appeals\r\n1,Chaoyang,1234567\r\n',
  );
});

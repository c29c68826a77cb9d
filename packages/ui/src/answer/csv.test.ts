import { expect, test } from 'vitest';
import { csvField, csvOf } from './csv.ts';

test('text that a spreadsheet would run stays text', () => {
  expect(csvField('=HYPERLINK("http://x","y")')).toBe('"\'=HYPERLINK(""http://x"",""y"")"');
  expect(csvField('+1')).toBe("'+1");
  expect(csvField('-5')).toBe("'-5");
  expect(csvField(-5)).toBe('-5');
  expect(csvField('a,b')).toBe('"a,b"');
});

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

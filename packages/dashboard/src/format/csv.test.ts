import { expect, test } from 'vitest';
import { csvField, csvOf } from './csv.ts';

test('text that a spreadsheet would run stays text', () => {
  expect(csvField('=HYPERLINK("http://x","y")')).toBe('"\'=HYPERLINK(""http://x"",""y"")"');
  expect(csvField('+1')).toBe("'+1");
  expect(csvField('-5')).toBe("'-5");
  expect(csvField(-5)).toBe('-5');
  expect(csvField('a,b')).toBe('"a,b"');
});

test('numbers are in full and the remarks stand below', () => {
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
  expect(csvOf(table, ['2024'])).toBe('\uFEFFDistrict,Appeals\r\nChaoyang,1234567\r\n\r\n2024\r\n');
});

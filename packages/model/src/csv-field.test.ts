import { expect, test } from 'vitest';
import { csvField } from './csv-field.ts';

test('a spreadsheet computes no field, and no field breaks the line', () => {
  expect(csvField('=HYPERLINK("http://x","y")')).toBe('"\'=HYPERLINK(""http://x"",""y"")"');
  expect(csvField('+1')).toBe("'+1");
  expect(csvField('＝1')).toBe("'＝1");
  expect(csvField('-5')).toBe("'-5");
  expect(csvField(-5)).toBe('-5');
  expect(csvField('a,b')).toBe('"a,b"');
  expect(csvField(null)).toBe('');
});

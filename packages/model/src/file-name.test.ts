import { expect, test } from 'vitest';
import { fileNameOf } from './file-name.ts';

const january = { from: '2024-01-01', to: '2024-02-01' };
const file = { city: 'beijing', period: january, where: [], version: 7 };

test('a name tells period and filters: days are those in it, codes those of the address', () => {
  expect(fileNameOf(file)).toBe('beijing_2024-01_v7');
  const of = (from: string, to: string) => fileNameOf({ ...file, period: { from, to } });
  expect(of('2023-01-01', '2024-01-01')).toBe('beijing_2023_v7');
  expect(of('2024-02-29', '2024-03-01')).toBe('beijing_2024-02-29_v7');
  expect(of('2024-01-31', '2024-03-01')).toBe('beijing_2024-01-31_2024-02-29_v7');
  const where = [
    { dimension: 'district' as const, exclude: false, values: ['110106', '110105', '110101'] },
    { dimension: 'topic1' as const, exclude: true, values: ['供暖', ''] },
  ];
  expect(fileNameOf({ ...file, what: 'trend', where, searched: true })).toBe(
    'beijing_trend_2024-01_district-110106+110105+1-more_topic1-not-供暖+unknown_search_v7',
  );
});

test.each([
  ['a/b', 'c\\d:e*f?g"h<i>j|k'],
  ['..', '. .', 'CON', '\u0000\n\t'],
  ['\uD83D\uDE00', '\uD83D', 'é'],
  ['x'.repeat(500), '长'.repeat(500)],
])('whatever the codes are, Windows takes the name, and it is short: %j %j', (...values) => {
  const name = fileNameOf({ ...file, where: [{ dimension: 'unit', exclude: false, values }] });
  expect(name).toMatch(/^beijing_2024-01_unit[\p{L}\p{M}\p{N}._+-]*_v7$/u);
  expect([...name].length).toBeLessThan(90);
  expect(() => encodeURIComponent(name)).not.toThrow();
});

import { everything } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { city, history } from '../../testing/story.ts';
import { encodeCursor, parseCursor } from './cursor.ts';
import { compileExport } from './export.ts';
import { compilePage, monthsOfPage, newestFirst, tableOfPage } from './page.ts';
import { monthsOfRecords, type RecordSelection } from './selected.ts';

const selection = (more: Partial<RecordSelection> = {}): RecordSelection => ({
  where: [],
  withoutRegimes: [],
  ...more,
});
const all = monthsOfRecords(selection(), history, city);
const december2024 = 1499;

test('a cursor comes back as it was, and nothing else is one', () => {
  const cursor = { received: 1_700_000_000, id: '甲/1+2' };
  const others = [
    { ...cursor, newer: 12 },
    { before: '2023-05-01', newer: 0 },
  ];
  for (const each of [cursor, ...others]) expect(parseCursor(encodeCursor(each))).toEqual(each);
  const sent = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const wrong of [
    '',
    'zzz',
    '{}',
    sent([1]),
    sent(['1', 'a']),
    sent([-1, 'a']),
    sent([1, 'x'.repeat(400)]),
  ])
    expect(() => parseCursor(wrong)).toThrow('next_cursor');
});

test('a page reads the newest months that fill it, from the month of the cursor on', () => {
  const counts = newestFirst([
    { month: december2024 - 1, appeals: 30 },
    { month: december2024, appeals: 20 },
    { month: december2024 - 2, appeals: 100 },
    { month: december2024 - 1, appeals: 30 },
  ]);
  const months = (cursor: { received: number; id: string } | null, size: number) =>
    monthsOfPage(all, counts, cursor, size, 'Asia/Shanghai').generations.map(
      (generation) => generation - 4096,
    );
  expect(months(null, 10)).toEqual([december2024]);
  expect(months(null, 20)).toEqual([december2024 - 1, december2024]);
  const november = { received: Date.parse('2024-10-31T17:00:00Z') / 1000, id: 'a' };
  expect(months(november, 50)).toEqual([december2024 - 2, december2024 - 1]);
});

test('a page is read in the order of receipt where that is held and enough is wanted', () => {
  const { publication } = history;
  const [newest = 0] = publication.generations.filter((each) => each - 4096 === december2024);
  const part = { ...all, generations: [newest] };
  const held = (rows: number) => ({
    ...publication,
    rows: { appeal_newest: publication.generations.map((each) => (each === newest ? rows : 0)) },
  });
  const table = (appeals: number, rows: number, more: Partial<RecordSelection> = {}) =>
    tableOfPage(selection(more), part, [{ month: december2024, appeals }], held(rows));
  expect(table(300, 1_000)).toBe('appeal_newest');
  expect(table(300, 0)).toBe('appeal');
  expect(table(1, 1_000)).toBe('appeal');
  expect(table(300, 1_000, { q: '供暖' })).toBe('appeal');
  expect(tableOfPage(selection(), all, [], held(1_000))).toBe('appeal');
  expect(tableOfPage(selection(), part, [{ month: december2024, appeals: 9 }], publication)).toBe('appeal');
});

test('a page continues behind its cursor, newest first', () => {
  const cursor = { received: 1_700_000_000, id: "it's" };
  const page = { table: 'appeal' as const, cursor, size: 50, timeZone: 'Asia/Shanghai' };
  const { text, parameters } = compilePage(selection(), all, everything, page);
  expect(text).toContain(
    '(toUnixTimestamp(source.received), source.id) < ({cursor_received:UInt32}, {cursor_id:String})',
  );
  expect(text).toContain('ORDER BY source.received DESC, source.id DESC\nLIMIT {rows:UInt32}');
  expect(parameters).toMatchObject({ cursor_received: 1_700_000_000, cursor_id: "it's", rows: 51 });
});

test('every word must occur: pairs of characters by the index, longer words in a row besides, one alone in the text', () => {
  const searching = selection({ q: ' 供暖  Heating 供暖 水 ' });
  const { text, parameters } = compilePage(searching, all, everything, {
    table: 'appeal',
    cursor: null,
    size: 1,
    timeZone: 'UTC',
  });
  expect(text).toContain(`
  AND hasAllTokens(source.searchable, lowerUTF8({word_0:String}))
  AND hasAllTokens(source.searchable, lowerUTF8({word_1:String})) AND position(source.searchable, lowerUTF8({word_1:String})) > 0
  AND position(source.searchable, lowerUTF8({word_2:String})) > 0`);
  expect(parameters).toMatchObject({ word_0: '供暖', word_1: 'Heating', word_2: '水' });
  expect(text).not.toContain('word_3');
});

test('what a spreadsheet would take for a formula is made harmless in CSV alone', () => {
  const statement = (format: 'csv' | 'ndjson') =>
    compileExport(selection(), all, everything, format, 'UTC').sql;
  expect(statement('csv')).toMatch(
    /ascii\(source.text\) IN .*replaceRegexpOne|replaceRegexpOne.*ascii\(source.text\) IN/s,
  );
  expect(statement('ndjson')).not.toMatch(/ascii|replaceRegexpOne/);
});

test('callers never leave the database', () => {
  expect(compileExport(selection(), all, everything, 'parquet', 'UTC').sql).not.toContain('caller');
});

import { everything, type Scope } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { city, history } from '../../testing/story.ts';
import { encodeCursor, parseCursor } from './cursor.ts';
import { compileExport } from './export.ts';
import { compilePage, monthsOfPage, newestFirst, tableOfPage } from './page.ts';
import { callerKeyOf } from './pseudonym.ts';
import type { Reader } from './record-columns.ts';
import { sealFor } from './seal.ts';
import { monthsOfRecords, type RecordSelection } from './selected.ts';

const selection = (more: Partial<RecordSelection> = {}): RecordSelection => ({
  where: [],
  withoutRegimes: [],
  ...more,
});
const all = monthsOfRecords(selection(), history, city);
const december2024 = 1499;
const secret = Buffer.alloc(32, 1);
const seal = sealFor(secret, 'anyone');
const reader = (more: Partial<Reader> = {}): Reader => ({
  scope: everything,
  callerKey: null,
  numberKey: null,
  timeZone: 'Asia/Shanghai',
  ...more,
});

test('a cursor comes back as it was, and nothing else is one', () => {
  const cursor = { received: 1_700_000_000, id: '甲/1+2' };
  const others = [
    { ...cursor, newer: 12 },
    { before: '2023-05-01', newer: 0 },
  ];
  for (const each of [cursor, ...others]) expect(parseCursor(encodeCursor(each, seal), seal)).toEqual(each);
  const sent = (value: unknown) => seal.close(JSON.stringify(value));
  const forged = Buffer.from(JSON.stringify([1_700_000_000, 'a'])).toString('base64url');
  const changed = `${encodeCursor(cursor, seal).slice(0, -2)}xx`;
  for (const wrong of [
    '',
    'zzz',
    '{}',
    sent([1]),
    sent(['1', 'a']),
    sent([-1, 'a']),
    sent([1, 'x'.repeat(400)]),
    forged,
    changed,
    encodeCursor(cursor, sealFor(secret, 'somebody else')),
    encodeCursor(cursor, sealFor(Buffer.alloc(32, 2), 'anyone')),
  ])
    expect(() => parseCursor(wrong, seal)).toThrow('next_cursor');
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
  const page = { table: 'appeal' as const, cursor, size: 50 };
  const { text, parameters } = compilePage(selection(), all, reader(), page);
  expect(text).toContain(
    '(toUnixTimestamp(source.received), source.id) < ({cursor_received:UInt32}, {cursor_id:String})',
  );
  expect(text).toContain('ORDER BY source.received DESC, source.id DESC\nLIMIT {rows:UInt32}');
  expect(parameters).toMatchObject({ cursor_received: 1_700_000_000, cursor_id: "it's", rows: 51 });
});

test('every word must occur: pairs of characters by the index, longer words in a row besides, one alone in the text', () => {
  const searching = selection({ q: ' 供暖  Heating 供暖 水 ' });
  const { text, parameters } = compilePage(searching, all, reader(), {
    table: 'appeal',
    cursor: null,
    size: 1,
  });
  expect(text).toContain(`
  AND hasAllTokens(source.searchable, lowerUTF8({word_0:String}))
  AND hasAllTokens(source.searchable, lowerUTF8({word_1:String})) AND position(source.searchable, lowerUTF8({word_1:String})) > 0
  AND position(source.searchable, lowerUTF8({word_2:String})) > 0`);
  expect(parameters).toMatchObject({ word_0: '供暖', word_1: 'Heating', word_2: '水' });
  expect(text).not.toContain('word_3');
});

test('what a spreadsheet would take for a formula is made harmless in CSV alone', () => {
  const statement = (format: 'csv' | 'ndjson') => compileExport(selection(), all, reader(), format).sql;
  expect(statement('csv')).toMatch(
    /ascii\(source.text\) IN .*replaceRegexpOne|replaceRegexpOne.*ascii\(source.text\) IN/s,
  );
  expect(statement('ndjson')).not.toMatch(/ascii|replaceRegexpOne/);
});

test('callers leave the database as pseudonyms of a project alone, whose key is bound', () => {
  expect(compileExport(selection(), all, reader(), 'parquet').sql).not.toContain('caller');
  const scope: Scope = { ...everything, callers: 'heat' };
  const callerKey = callerKeyOf(scope, secret);
  const { sql, parameters } = compileExport(selection(), all, reader({ scope, callerKey }), 'parquet');
  expect(sql).toContain(
    'lower(hex(sipHash128Keyed(({secret_caller_0:UInt64}, {secret_caller_1:UInt64}), source.caller)))) AS caller',
  );
  expect(Object.values(parameters ?? {})).toEqual(expect.arrayContaining([...(callerKey ?? [])]));
  expect(callerKeyOf({ callers: 'water' }, secret)).not.toEqual(callerKey);
  expect(() => compileExport(selection(), all, reader({ scope }), 'csv')).toThrow('no key');
});

test('whoever sees hours is told no more by cursors and by the order of records', () => {
  const own = reader({ scope: { ...everything, time: 'hour' } });
  const hour = 'toStartOfHour(source.received, {time_zone:String})';
  const { text } = compilePage(selection(), all, own, { table: 'appeal', cursor: null, size: 9 });
  expect(text).toContain(`toUnixTimestamp(${hour}) AS cursor_received`);
  expect(text).toContain(`ORDER BY ${hour} DESC, source.id DESC`);
  expect(text.replaceAll(hour, '').replaceAll('toUnixTimestamp(source.received) = 0', '')).not.toContain(
    'source.received',
  );
  expect(compileExport(selection(), all, own, 'csv').sql).toContain(`source.topic2, ${hour}, source.id`);
});

test('whoever sees no points gets the cells above, and may ask for none below', () => {
  const own = reader({ scope: { ...everything, place: 8 } });
  const { sql } = compileExport(selection(), all, own, 'csv');
  expect(sql).not.toMatch(/latitude|longitude/);
  expect(sql).toContain('bitShiftLeft({resolution_8:UInt64}, 52)');
  const finer = selection({ where: [{ dimension: 'cell', exclude: true, values: ['', '8931aa5462fffff'] }] });
  expect(() => compileExport(finer, all, own, 'csv')).toThrow('The finest is 8');
});

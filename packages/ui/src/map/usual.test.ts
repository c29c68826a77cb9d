import type { Answer } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { light } from '../theme/tokens.ts';
import { shadeOf } from './shading.ts';
import { againstUsual, beyondUsual, usualShading, wholeAgainstUsual } from './usual.ts';

const columns = [
  { name: 'subdistrict', role: 'dimension', of: 'subdistrict' },
  { name: 'appeals', role: 'metric', of: 'appeals' },
  { name: 'appeals_before', role: 'before', of: 'appeals' },
];
const yearOf = (from: string, days: number, rows: [string, number, number | null][]): Answer =>
  ({
    meta: {
      columns,
      compared_period: { from: `${from}-01-01`, to: `${Number(from) + 1}-01-01` },
      covered: { paired: { days } },
    },
    rows: rows.map(([subdistrict, now, before]) => ({
      subdistrict,
      appeals: now,
      appeals_paired: before === null ? null : now,
      appeals_before_paired: before,
    })),
  }) as unknown as Answer;

const last = yearOf('2023', 365, [
  ['busy', 300, 210],
  ['calm', 105, 90],
  ['small', 12, 10],
]);
const earlier = yearOf('2022', 365, [
  ['busy', 300, 190],
  ['calm', 105, 110],
  ['small', 12, 8],
]);

test('the usual level is the mean of the same days of the years before', () => {
  const found = againstUsual([last, earlier], 'subdistrict');
  const [busy, calm] = found?.answer.rows ?? [];
  // 300 where 210 and 190 came before: half as many again. 105 where 90 and 110 did: a twentieth more.
  expect([busy?.appeals_before_paired, busy?.appeals_change, busy?.appeals_change_share]).toEqual([
    200, 100, 0.5,
  ]);
  expect(calm?.appeals_change_share).toBeCloseTo(0.05, 12);
  expect([found?.years.length, found?.answer.meta.compared_period]).toEqual([
    2,
    { from: '2022-01-01', to: '2024-01-01' },
  ]);
  // 417 where 309 are usual.
  expect(found && wholeAgainstUsual(found.answer)).toBeCloseTo(108 / 309, 12);
});

test('a year most of whose days are left out gives way to the one before it', () => {
  const exceptional = yearOf('2022', 31, [['busy', 25, 90]]);
  const found = againstUsual([last, exceptional, yearOf('2021', 334, [['busy', 270, 180]])], 'subdistrict');
  expect(found?.years.map(({ from }) => from)).toEqual(['2023-01-01', '2021-01-01']);
  // 570 where 390 came: 300 on the compared days of the newest year are 300 × 390 / 570 as usual.
  expect(found?.answer.rows[0]?.appeals_before_paired).toBeCloseTo((300 * 390) / 570, 9);
  expect(found?.answer.rows[0]?.appeals_change_share).toBeCloseTo(570 / 390 - 1, 12);
});

test('a year without data takes no part, and without any nothing is usual', () => {
  const without = yearOf('2022', 0, [['busy', 300, null]]);
  const [busy] = againstUsual([last, without], 'subdistrict')?.answer.rows ?? [];
  expect(busy?.appeals_before_paired).toBe(210);
  const unknown = againstUsual([without], 'subdistrict');
  expect([unknown?.years, unknown?.answer.rows[0]?.appeals_change_share]).toEqual([[], null]);
  expect(unknown?.answer.meta.compared_period).toBeNull();
});

test('classes are fixed around the usual level; of a small usual level nothing is told', () => {
  const found = againstUsual([last, earlier], 'subdistrict');
  if (!found) throw new Error('no answer');
  const shading = usualShading(found.answer, 'subdistrict', light);
  expect(['busy', 'calm', 'small', 'absent'].map((code) => shadeOf(shading, code))).toEqual([
    4,
    2,
    'few',
    'none',
  ]);
  // ln 1.5 / √(1/300 + 1/400) = 5.3 lies beyond √(2 ln(2 / 0.05)) = 2.7; ln 1.05 / √(1/105 + 1/200) = 0.4.
  expect(beyondUsual(shading, found.years.length)).toEqual({ above: ['busy'], below: [] });
});

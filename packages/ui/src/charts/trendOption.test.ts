import type { Answer, Column } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { trendOf } from '../answer/trend.ts';
import { light } from '../theme/tokens.ts';
import { bandsOn, marksOn, notesOn, withoutOverlaps } from './trendMarks.ts';
import { type TrendOptions, trendOption } from './trendOption.ts';

const columns: Column[] = [
  { name: 'month', type: 'date', role: 'dimension', of: 'month' },
  { name: 'appeals', type: 'number', role: 'metric', of: 'appeals', unit: 'count' },
];
const paired = (now: number | null, before: number | null) => ({
  appeals_paired: now,
  appeals_before_paired: before,
});
const answer = {
  meta: { columns, period: { from: '2024-01-01', to: '2024-05-01' }, incomplete: ['2024-04-01'] },
  rows: [
    { month: '2024-01-01', appeals: 10, ...paired(10, 8) },
    { month: '2024-02-01', appeals: null, appeals_before: 7, ...paired(null, null) },
    { month: '2024-03-01', appeals: 12, appeals_before: 20, ...paired(6, 9) },
    { month: '2024-04-01', appeals: 5, appeals_before: 22, ...paired(5, 11) },
  ],
} as unknown as Answer;
const options: TrendOptions = {
  palette: light,
  language: 'en',
  name: '2024',
  nameBefore: '2023',
  span: null,
  regimes: [],
  holidays: [],
  marks: [],
  notes: [],
  width: 600,
};
type Line = { data: [number, number | null][]; lineStyle?: { type?: unknown } };
const linesOf = (option: ReturnType<typeof trendOption>) =>
  (option.series as Line[]).filter(({ data }) => data.length > 0);

test('what is missing is a gap, and what is incomplete is dashed from the last complete bucket on', () => {
  const [before, complete, dashed] = linesOf(trendOption(trendOf(answer), options));
  expect(before?.data.map(([, value]) => value)).toEqual([8, null, 18, 11]);
  expect(complete?.data.map(([, value]) => value)).toEqual([10, null, 12, null]);
  expect(dashed?.data.map(([, value]) => value)).toEqual([null, null, 12, 5]);
  expect(dashed?.lineStyle?.type).toEqual([4, 4]);
});

test('a bucket between missing ones is a dot, for a line would not show it', () => {
  const appeals = [null, 12, null, 5];
  const rows = answer.rows.map((row, at) => ({
    ...row,
    appeals: appeals[at] ?? null,
    ...paired(null, null),
  }));
  const lines = linesOf(trendOption(trendOf({ ...answer, rows }), options));
  expect(lines.at(-1)).toMatchObject({
    showSymbol: true,
    data: [
      [0, null],
      [1, 12],
      [2, null],
      [3, 5],
    ],
  });
});

test('stretches and days lie where they are between the buckets', () => {
  const starts = trendOf(answer).points.map(({ code }) => code);
  const [band] = bandsOn([{ from: '2024-02-01', to: '2024-03-01', label: '' }], starts, 'month');
  expect(band).toMatchObject({ from: 0.5, to: 1.5 });
  expect(bandsOn([{ from: '2023-01-01', to: '2023-03-01', label: '' }], starts, 'month')).toEqual([]);
  const marks = marksOn(
    [
      { date: '2024-02-15', label: 'a' },
      { date: '2025-01-01', label: 'b' },
    ],
    starts,
    'month',
  );
  expect(marks).toHaveLength(1);
  expect(marks[0]?.at).toBeCloseTo(0.98, 2);
});

test('notes keep the number they have in their list, and those of other days take none', () => {
  const starts = trendOf(answer).points.map(({ code }) => code);
  const notes = [
    { from: '2023-12-30', to: '2023-12-31' },
    { from: '2024-02-01', to: '2024-03-01' },
    { from: '2024-04-30', to: '2024-06-01' },
  ];
  const [first, last, ...more] = notesOn(notes, starts, 'month');
  expect(first).toEqual({ from: 0.5, to: 1.5, number: 1 });
  expect(last).toMatchObject({ to: 3.5, number: 2 });
  expect(more).toEqual([]);
});

test('labels that would overlap give way to the newest', () => {
  const marks = ['old', 'new'].map((label, at) => ({ at, label, align: 'left' as const }));
  expect(withoutOverlaps(marks, 10, 100).map(({ label }) => label)).toEqual(['new', '']);
  // The second begins where the first ends: read together they would be one sentence.
  expect(withoutOverlaps(marks, 10, 300).map(({ label }) => label)).toEqual(['new', '']);
  expect(withoutOverlaps(marks, 10, 1000).map(({ label }) => label)).toEqual(['new', 'old']);
});

test('a rate of fewer than 30 cases is a grey point, and no step of the line', () => {
  const rate = (month: string, asked: number) => ({
    month,
    resolution_rate: 1,
    resolution_rate_numerator: asked,
    resolution_rate_denominator: asked,
  });
  const rates = {
    meta: {
      ...answer.meta,
      columns: [
        { name: 'month', type: 'date', role: 'dimension', of: 'month' },
        { name: 'resolution_rate', type: 'number', role: 'metric', of: 'resolution_rate', unit: 'share' },
      ],
      incomplete: [],
    },
    rows: [rate('2024-01-01', 40), rate('2024-02-01', 2), rate('2024-03-01', 50)],
  } as unknown as Answer;
  const lines = linesOf(trendOption(trendOf(rates), { ...options, nameBefore: null }));
  const values = lines.map(({ data }) => data.map(([, value]) => value));
  expect(values).toContainEqual([1, null, 1, null]);
  expect(values).toContainEqual([null, 1, null, null]);
});

import type { Answer, ChangeMark, Column, Covered, Paired } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { hoursTitle, rankingTitle, type Titled, trendTitle } from './titles.ts';

const screen = (language: 'en' | 'zh'): Titled => ({
  language,
  messages: { en, zh }[language],
  label: (_, code) => ({ a: 'Chaoyang', other: 'Other' })[code] ?? code,
  metricLabel: (metric) =>
    metric === 'appeals' ? (language === 'zh' ? '诉求量' : 'Appeals') : 'Resolution rate',
});
const metric = (name: string, unit: Column['unit']): Column => ({
  name,
  type: 'number',
  role: 'metric',
  of: name,
  ...(unit && { unit }),
});
const answer = (column: Column, rows: object[], compared: object | null = null) =>
  ({ meta: { columns: [column], compared_period: compared, covered }, rows }) as unknown as Answer;
const paired: Paired = {
  days: 30,
  of: 31,
  spans: [],
  before: [],
  adjusted: 'weekdays',
  left_out: [],
};
const covered: Covered = {
  days: 31,
  of: 31,
  spans: [],
  left_out: [],
  paired: { ...paired, adjusted: 'none' },
};
const appeals = metric('appeals', 'count');
const resolution = metric('resolution_rate', 'share');

const year2023 = { from: '2023-01-01', to: '2024-01-01' };
/** 12.9 % more on the days compared; the totals alone would say 20 % less. */
const moved = {
  appeals: 1600,
  appeals_before: 2000,
  appeals_paired: 1129,
  appeals_before_paired: 1000,
  appeals_change: 129,
  appeals_change_share: 0.129,
};

test('the trend speaks of the days that are compared, not of the totals', () => {
  const whole = answer(appeals, [moved], year2023);
  const title = (language: 'en' | 'zh', mark: ChangeMark | null, of: Answer | undefined = whole) =>
    trendTitle(answer(appeals, []), of, screen(language), mark);
  expect(title('en', 'beyond_chance')).toBe('Appeals up 12.9% on 2023');
  expect(title('zh', 'beyond_chance')).toBe('诉求量较2023年上升12.9%');
  expect(trendTitle(answer(appeals, []), undefined, screen('en'), null)).toBe('Appeals over time');
  const weighted = { ...whole, meta: { ...whole.meta, covered: { ...covered, paired } } };
  expect(title('en', 'beyond_chance', weighted)).toBe('Appeals up 12.9% per day on 2023');
  expect(title('zh', 'beyond_chance', weighted)).toBe('诉求量日均较2023年上升12.9%');
});

test('no title claims what the judgement does not bear', () => {
  const whole = answer(appeals, [moved], year2023);
  const title = (mark: ChangeMark | null) => trendTitle(answer(appeals, []), whole, screen('en'), mark);
  expect(title(null)).toBe('Appeals +12.9% on 2023');
  expect(title('chance')).toBe('Appeals: no clear change on 2023 (+12.9%)');
  expect(title('provisional')).toBe('Appeals: not final yet, not compared with 2023');
  expect(title('too_few')).toBe('Appeals: too few cases to compare');
  const few = answer(appeals, [{ ...moved, appeals_paired: 2, appeals_before_paired: 5 }], year2023);
  expect(trendTitle(answer(appeals, []), few, screen('en'), 'beyond_chance')).toBe(
    'Appeals: too few cases to compare',
  );
});

test('the leader is the largest that is one thing', () => {
  const rows = [
    { district: 'other', appeals: 60 },
    { district: 'a', appeals: 30 },
    { district: '', appeals: 10 },
  ];
  expect(rankingTitle(answer(appeals, rows), 'district', { whole: null, lower: null }, screen('en'))).toBe(
    'Chaoyang leads with 30.0% of appeals',
  );
});

test('an outlier is named only where its interval is clear of the whole', () => {
  const rows = (asked: number) => [
    {
      district: 'a',
      resolution_rate: 0.9,
      resolution_rate_numerator: asked * 0.9,
      resolution_rate_denominator: asked,
    },
  ];
  const title = (asked: number, lower: ReadonlySet<string> | null = null) =>
    rankingTitle(answer(resolution, rows(asked)), 'district', { whole: 0.95, lower }, screen('en'));
  expect(title(10_000)).toBe('Resolution rate lowest: Chaoyang, 90.0%');
  expect(title(50)).toBe('Resolution rate: no clear differences');
  expect(title(10_000, new Set())).toBe('Resolution rate: no clear differences');
  expect(title(50, new Set(['a']))).toBe('Resolution rate lowest: Chaoyang, 90.0%');
});

test('the busiest hour is named by its day', () => {
  const rows = [
    { day_of_week: 2, hour_of_day: 10, appeals: 90 },
    { day_of_week: 7, hour_of_day: 3, appeals: 1 },
  ];
  expect(hoursTitle(answer(appeals, rows), screen('en'))).toBe('Busiest on Tuesday, 10:00–11:00');
  expect(hoursTitle(answer(appeals, rows.slice(1)), screen('en'))).toBe('Appeals by hours of the week');
});

test('an hour is called the lowest only where that is more than the extreme of a week', () => {
  const row = (hour: number, resolved: number, asked: number) => ({
    day_of_week: 7,
    hour_of_day: hour,
    resolution_rate: resolved / asked,
    resolution_rate_numerator: resolved,
    resolution_rate_denominator: asked,
  });
  const title = (resolved: number, asked: number) =>
    hoursTitle(answer(resolution, [row(8, resolved, asked), row(9, 9600, 10_000)]), screen('en'));
  expect(title(29, 32)).toBe('Resolution rate: no clear differences');
  expect(title(290, 320)).toBe('Resolution rate lowest Sunday, 8:00');
});

import type { Answer, Column } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { en } from '../messages/en.ts';
import { zh } from '../messages/zh.ts';
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
  ({ meta: { columns: [column], compared_period: compared }, rows }) as unknown as Answer;
const appeals = metric('appeals', 'count');
const resolution = metric('resolution_rate', 'share');

test('the trend says how the whole period moved, and against what', () => {
  const whole = answer(appeals, [{ appeals: 1129, appeals_before: 1000 }], {
    from: '2023-01-01',
    to: '2024-01-01',
  });
  expect(trendTitle(answer(appeals, []), whole, screen('en'))).toBe('Appeals up 12.9% on 2023');
  expect(trendTitle(answer(appeals, []), whole, screen('zh'))).toBe('诉求量较2023年上升12.9%');
  expect(trendTitle(answer(appeals, []), undefined, screen('en'))).toBe('Appeals over time');
});

test('the leader is the largest that is one thing', () => {
  const rows = [
    { district: 'other', appeals: 60 },
    { district: 'a', appeals: 30 },
    { district: '', appeals: 10 },
  ];
  expect(rankingTitle(answer(appeals, rows), 'district', null, screen('en'))).toBe(
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
  const title = (asked: number) =>
    rankingTitle(answer(resolution, rows(asked)), 'district', 0.95, screen('en'));
  expect(title(10_000)).toBe('Resolution rate lowest: Chaoyang, 90.0%');
  expect(title(50)).toBe('Resolution rate: no clear differences');
});

test('the busiest hour is named by its day', () => {
  const rows = [
    { day_of_week: 2, hour_of_day: 10, appeals: 9 },
    { day_of_week: 7, hour_of_day: 3, appeals: 1 },
  ];
  expect(hoursTitle(answer(appeals, rows), screen('en'))).toBe('Busiest on Tuesday, 10:00–11:00');
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

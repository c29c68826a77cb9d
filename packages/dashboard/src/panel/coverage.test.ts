import type { Covered, Paired } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { daysTold, pairsTold, subtitleDays } from './coverage.ts';

const english = { messages: en, language: 'en' } as const;
const chinese = { messages: zh, language: 'zh' } as const;
const paired: Paired = {
  days: 28,
  of: 31,
  spans: [],
  before: [],
  adjusted: 'weekdays',
  left_out: [
    { from: '2024-12-31', to: '2025-01-01', reason: 'no_counterpart', side: 'now' },
    { from: '2024-12-25', to: '2024-12-27', reason: 'kind_of_day', side: 'now' },
  ],
};
const covered: Covered = {
  days: 334,
  of: 365,
  spans: [],
  left_out: [
    {
      from: '2021-12-01',
      to: '2022-01-01',
      reason: 'regime',
      label: { en: 'Pandemic year', zh: '疫情年' },
    },
  ],
  paired,
};
const whole: Covered = { days: 31, of: 31, spans: [], left_out: [], paired: null };

test('days that do not count are told with their reason', () => {
  expect(daysTold({ covered }, english)).toBe('data on 334 of 365 days; Pandemic year (Dec 2021)');
  expect(daysTold({ covered }, chinese)).toBe('365天中334天有数据；疫情年（2021年12月）');
  expect(daysTold({ covered: whole }, english)).toBeNull();
});

test('so are days that are not compared', () => {
  expect(pairsTold({ covered }, english)).toBe(
    '28 of 31 days are compared; weekdays and days off weighted alike; no such date on the other side (31 Dec 2024); no such weekday or day off on the other side (25–26 Dec 2024)',
  );
  expect(pairsTold({ covered: whole }, english)).toBeNull();
});

test('a subtitle names what is left out', () => {
  expect(subtitleDays({ covered }, english)).toBe('without Pandemic year');
  expect(subtitleDays({ covered }, chinese)).toBe('不含疫情年');
  const gap = { ...covered, days: 20, of: 31, left_out: [{ from: '', to: '', reason: 'gap' as const }] };
  expect(subtitleDays({ covered: gap }, english)).toBe('data on 20 of 31 days');
  expect(subtitleDays({ covered: whole }, english)).toBeNull();
});

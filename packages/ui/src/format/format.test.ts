import { expect, test } from 'vitest';
import { changeOf } from '../answer/change.ts';
import { bucketLabel, periodLabel, weekdayLabel } from './dates.ts';
import { axisFormat, compact, duration, formatExact, formatValue } from './numbers.ts';

test('large counts are grouped as each language groups them', () => {
  expect(compact(9_876, 'en')).toBe('9,876');
  expect(compact(65_104, 'en')).toBe('65.1k');
  expect(compact(24_195_000, 'en')).toBe('24.2M');
  expect(compact(24_195_000, 'zh')).toBe('2419.5万');
  expect(compact(154_000_000, 'zh')).toBe('1.5亿');
  expect(formatExact(24_195_000, 'count', 'zh')).toBe('24,195,000');
});

test('all ticks of an axis are in one unit', () => {
  expect([0, 5000, 10_000].map(axisFormat(12_000, 'count', 'en'))).toEqual(['0', '5k', '10k']);
  expect([5000, 10_000].map(axisFormat(12_000, 'count', 'zh'))).toEqual(['0.5万', '1万']);
  expect([12, 72].map(axisFormat(80, 'hours', 'en'))).toEqual(['0.5 days', '3 days']);
});

test('shares have one decimal and times the unit that reads best', () => {
  expect(formatValue(0.967, 'share', 'en')).toBe('96.7%');
  expect(duration(0.5, 'en')).toBe('30 min');
  expect(duration(31.44, 'zh')).toBe('31.4小时');
  expect(duration(150, 'en')).toBe('6.3 days');
});

test('shares move by percentage points, counts by per cent', () => {
  expect(changeOf(112.9, 100, 'count', 'en')).toEqual({ direction: 'up', size: '12.9%', signed: '+12.9%' });
  expect(changeOf(0.967, 0.971, 'share', 'zh')).toEqual({
    direction: 'down',
    size: '0.4个百分点',
    signed: '−0.4个百分点',
  });
  expect(changeOf(100, 100.01, 'count', 'en')?.direction).toBe('same');
  expect(changeOf(5, 0, 'count', 'en')).toBeNull();
  expect(changeOf(null, 1, 'share', 'en')).toBeNull();
});

test('periods are named as people name them', () => {
  expect(periodLabel({ from: '2024-01-01', to: '2025-01-01' }, 'en')).toBe('2024');
  expect(periodLabel({ from: '2024-11-01', to: '2024-12-01' }, 'en')).toBe('Nov 2024');
  expect(periodLabel({ from: '2024-01-01', to: '2024-04-01' }, 'en')).toBe('Jan–Mar 2024');
  expect(periodLabel({ from: '2024-02-28', to: '2024-03-01' }, 'en')).toBe('28–29 Feb 2024');
  expect(periodLabel({ from: '2024-01-01', to: '2024-04-01' }, 'zh')).toBe('2024年1月–3月');
  expect(periodLabel({ from: '2023-12-01', to: '2024-12-01' }, 'zh')).toBe('2023年12月–2024年11月');
  expect(bucketLabel('2024-04-01', 'quarter', 'zh')).toBe('2024年第2季度');
  expect(weekdayLabel(7, 'en')).toBe('Sun');
});

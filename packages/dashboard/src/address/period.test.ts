import { expect, test } from 'vitest';
import {
  choiceShown,
  chooseGrain,
  comparedPeriod,
  possibleGrains,
  resolvePeriod,
  ripeMonthOf,
} from './period.ts';

const coverage = { firstDay: '2019-01-01', lastDay: '2024-12-30', completeTo: '2024-12-31' };

test('presets are the last complete ones', () => {
  expect(resolvePeriod('month', coverage)).toEqual({ from: '2024-11-01', to: '2024-12-01' });
  expect(resolvePeriod('quarter', coverage)).toEqual({ from: '2024-07-01', to: '2024-10-01' });
  expect(resolvePeriod('this-year', coverage)).toEqual({ from: '2024-01-01', to: '2024-12-01' });
  expect(resolvePeriod('12months', coverage)).toEqual({ from: '2023-12-01', to: '2024-12-01' });
  expect(resolvePeriod('year', coverage)).toEqual({ from: '2023-01-01', to: '2024-01-01' });
  expect(resolvePeriod('all', coverage)).toEqual({ from: '2019-01-01', to: '2024-12-31' });
});

test('this year ends with the last complete month; in January it is the year before', () => {
  const january = { firstDay: '2019-01-01', lastDay: '2025-01-20', completeTo: '2025-01-21' };
  expect(resolvePeriod('this-year', january)).toEqual({ from: '2024-01-01', to: '2025-01-01' });
  const february = { ...january, lastDay: '2025-02-03', completeTo: '2025-02-04' };
  expect(resolvePeriod('this-year', february)).toEqual({ from: '2025-01-01', to: '2025-02-01' });
});

test('a city whose last twelve months hold no data opens with all it has', () => {
  const slices = [
    { from: '2019-01-01', to: '2019-01-04' },
    { from: '2024-12-29', to: '2024-12-31' },
  ];
  expect(choiceShown('12months', { ...coverage, spans: slices })).toBe('all');
  expect(choiceShown('month', { ...coverage, spans: slices })).toBe('month');
  const half = [{ from: '2024-07-01', to: '2024-12-31' }];
  expect(choiceShown('12months', { ...coverage, spans: half })).toBe('12months');
});

test('a city younger than the preset shows all it has', () => {
  expect(
    resolvePeriod('year', { firstDay: '2024-03-01', lastDay: '2024-05-09', completeTo: '2024-05-09' }),
  ).toEqual({
    from: '2024-03-01',
    to: '2024-05-10',
  });
});

test('a preset begins where the data do', () => {
  const young = { firstDay: '2024-04-14', lastDay: '2024-06-08', completeTo: '2024-06-09' };
  expect(resolvePeriod('12months', young)).toEqual({ from: '2024-04-14', to: '2024-06-01' });
  expect(resolvePeriod('month', young)).toEqual({ from: '2024-05-01', to: '2024-06-01' });
});

test('a year is drawn by month, a month by day, and no grain makes a wall of points', () => {
  const year = { from: '2024-01-01', to: '2025-01-01' };
  expect(chooseGrain(year, 'auto')).toBe('month');
  expect(chooseGrain(year, 'hour')).toBe('month');
  expect(chooseGrain({ from: '2024-11-01', to: '2024-12-01' }, 'auto')).toBe('day');
  expect(possibleGrains(year)).toEqual(['day', 'week', 'month', 'quarter']);
});

test('periods are compared with equals', () => {
  const quarter = { from: '2024-07-01', to: '2024-10-01' };
  expect(comparedPeriod(quarter, 'previous')).toEqual({ from: '2024-04-01', to: '2024-07-01' });
  expect(comparedPeriod(quarter, 'year')).toEqual({ from: '2023-07-01', to: '2023-10-01' });
  expect(comparedPeriod(quarter, 'none')).toBeNull();
});

test('the last month of a rate is the newest that is final; of a count, the last that has passed', () => {
  const coverage = { firstDay: '2019-01-01', lastDay: '2024-12-31', completeTo: '2025-01-01' };
  const lastRipeMonth = { visits: '2024-10-01', closing: '2024-11-01' };
  const month = (page: 'overview' | 'units', metric: 'appeals' | 'satisfaction_rate' | 'on_time_rate') =>
    resolvePeriod('month', coverage, ripeMonthOf({ page, metric }, lastRipeMonth)).from;
  expect(month('overview', 'appeals')).toBe('2024-12-01');
  expect(month('overview', 'satisfaction_rate')).toBe('2024-10-01');
  expect(month('overview', 'on_time_rate')).toBe('2024-11-01');
  expect(month('units', 'appeals')).toBe('2024-10-01');
  expect(resolvePeriod('quarter', coverage, '2024-10-01').from).toBe('2024-10-01');
});

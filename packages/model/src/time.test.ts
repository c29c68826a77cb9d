import { expect, test } from 'vitest';
import {
  buckets,
  daysBetween,
  floorTo,
  isLocalDate,
  monthsBetween,
  previousPeriod,
  shift,
  shiftEnd,
  yearBefore,
} from './time.ts';

test('only existing days the database can hold are days', () => {
  for (const day of ['1971-01-01', '2024-02-29', '2105-12-31']) expect(isLocalDate(day)).toBe(true);
  for (const wrong of [
    '1970-12-31',
    '2106-01-01',
    '2023-02-29',
    '2024-2-9',
    '2024-13-01',
    '2024-00-10',
    '',
    "2024-01-01'",
  ])
    expect(isLocalDate(wrong)).toBe(false);
});

test('days fall into weeks from Monday, quarters and years', () => {
  expect(floorTo('2024-03-03', 'week')).toBe('2024-02-26');
  expect(floorTo('2024-02-26', 'week')).toBe('2024-02-26');
  expect(floorTo('2024-12-31', 'quarter')).toBe('2024-10-01');
  expect(floorTo('2024-06-30', 'month')).toBe('2024-06-01');
  expect(floorTo('2024-06-30', 'year')).toBe('2024-01-01');
});

test('days move over the ends of months and years', () => {
  expect(shift('2024-02-28', 'day', 2)).toBe('2024-03-01');
  expect(shift('2024-01-31', 'month', 1)).toBe('2024-02-29');
  expect(shift('2024-01-31', 'month', -2)).toBe('2023-11-30');
  expect(shift('2024-02-29', 'year', -1)).toBe('2023-02-28');
  expect(shift('2024-11-30', 'quarter', 1)).toBe('2025-02-28');
  expect(shift('2024-01-01', 'week', -1)).toBe('2023-12-25');
  expect(shiftEnd('2024-02-29', 'year', -1)).toBe('2023-03-01');
  expect(daysBetween('2024-02-01', '2024-03-01')).toBe(29);
  expect(monthsBetween('2023-11-30', '2024-02-01')).toBe(3);
});

test('whole months are preceded by whole months, other periods by as many days', () => {
  expect(previousPeriod({ from: '2024-01-01', to: '2024-04-01' })).toEqual({
    from: '2023-10-01',
    to: '2024-01-01',
  });
  expect(previousPeriod({ from: '2024-01-10', to: '2024-01-20' })).toEqual({
    from: '2023-12-31',
    to: '2024-01-10',
  });
  expect(yearBefore({ from: '2024-02-01', to: '2024-03-01' })).toEqual({
    from: '2023-02-01',
    to: '2023-03-01',
  });
});

test('the buckets of a period are all that overlap it', () => {
  expect(buckets({ from: '2024-01-31', to: '2024-03-01' }, 'month')).toEqual(['2024-01-01', '2024-02-01']);
  expect(buckets({ from: '2024-01-03', to: '2024-01-09' }, 'week')).toEqual(['2024-01-01', '2024-01-08']);
  expect(buckets({ from: '2024-01-01', to: '2024-01-02' }, 'hour')).toHaveLength(24);
  expect(buckets({ from: '2024-01-03', to: '2024-01-03' }, 'month')).toEqual([]);
});

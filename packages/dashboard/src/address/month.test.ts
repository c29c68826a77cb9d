import { expect, test } from 'vitest';
import { month, monthShown } from './month.ts';

const coverage = {
  firstDay: '2023-03-10',
  lastDay: '2024-12-12',
  completeTo: '2024-12-12',
  spans: [
    { from: '2023-03-10', to: '2024-10-01' },
    { from: '2024-12-01', to: '2024-12-13' },
  ],
};

test('the newest complete month with data is shown, with the months beside it', () => {
  expect(monthShown('', coverage)).toEqual({
    name: '2024-09',
    period: { from: '2024-09-01', to: '2024-10-01' },
    isUnderWay: false,
    earlier: '2024-08',
    later: '2024-10',
  });
});

test('the month under way says so and has none after it; the first has none before', () => {
  expect(monthShown('2024-12', coverage)).toMatchObject({
    isUnderWay: true,
    earlier: '2024-11',
    later: null,
  });
  expect(monthShown('2023-03', coverage)).toMatchObject({ isUnderWay: false, earlier: null });
});

test('a month the data does not have is shown as the usual one; what is no month is none', () => {
  expect(monthShown('2031-01', coverage).name).toBe('2024-09');
  expect(month.decode(['2024-13'])).toBe('');
  expect(month.decode(['2024-1'])).toBe('');
  expect(month.decode(['2024-02'])).toBe('2024-02');
});

test('a few days of one month are shown as that month', () => {
  const short = { firstDay: '2024-12-03', lastDay: '2024-12-12', completeTo: '2024-12-12' };
  expect(monthShown('', short)).toMatchObject({
    name: '2024-12',
    isUnderWay: true,
    earlier: null,
    later: null,
  });
});

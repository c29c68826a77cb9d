import { type LocalDate, shift } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { coverageOf, type DayCount } from './coverage.ts';

const later = { published: '2030-01-01', shareAfterNewest: 0 };
const daysFrom = (first: LocalDate, counts: readonly number[]): DayCount[] =>
  counts.map((appeals, at) => ({ day: shift(first, 'day', at), appeals }));

test('two slices of a large city with two years between them are no zeros', () => {
  const days = [...daysFrom('2018-01-01', [3300, 3400, 3300]), ...daysFrom('2020-01-12', [3300, 3400, 3300])];
  expect(coverageOf(days, later)).toEqual({
    spans: [
      { from: '2018-01-01', to: '2018-01-04' },
      { from: '2020-01-12', to: '2020-01-15' },
    ],
    gaps: [{ from: '2018-01-04', to: '2020-01-12' }],
    underWay: null,
  });
});

test('one day of a city whose feed is missing is a gap, and so are days between weekly slices', () => {
  const counts = Array.from({ length: 70 }, (_, day) => (day === 30 ? 0 : 400));
  expect(coverageOf(daysFrom('2024-01-01', counts), later).gaps).toEqual([
    { from: '2024-01-31', to: '2024-02-01' },
  ]);
  const slices = Array.from({ length: 90 }, (_, day) => (day % 30 < 7 ? 900 : 0));
  expect(coverageOf(daysFrom('2024-01-01', slices), later).spans).toEqual([
    { from: '2024-01-01', to: '2024-01-08' },
    { from: '2024-01-31', to: '2024-02-07' },
    { from: '2024-03-01', to: '2024-03-08' },
  ]);
});

test('a village has honest zeros', () => {
  const counts = Array.from({ length: 120 }, (_, day) => [0, 2, 0, 1, 3, 0, 0, 1][day % 8] ?? 0);
  const last = shift('2024-01-01', 'day', 120);
  expect(coverageOf(daysFrom('2024-01-01', counts), later)).toEqual({
    spans: [{ from: '2024-01-02', to: last }],
    gaps: [],
    underWay: null,
  });
});

test('a hotline that is closed at weekends has no gaps there, but one where a working day or a week is missing', () => {
  const open = (day: number) => (day % 7 < 5 ? 300 : 0);
  const counts = Array.from({ length: 140 }, (_, day) => open(day));
  expect(coverageOf(daysFrom('2024-01-01', counts.slice(0, 138)), later).gaps).toEqual([]);
  const missing = counts.map((count, day) => (day === 37 || (day >= 70 && day < 77) ? 0 : count));
  expect(coverageOf(daysFrom('2024-01-01', missing.slice(0, 138)), later).gaps).toEqual([
    { from: '2024-02-07', to: '2024-02-08' },
    { from: '2024-03-09', to: '2024-03-18' },
  ]);
});

test('two appeals in two years cover two days', () => {
  const days = [...daysFrom('2017-12-30', [1]), ...daysFrom('2020-01-02', [1])];
  expect(coverageOf(days, later).spans).toEqual([
    { from: '2017-12-30', to: '2017-12-31' },
    { from: '2020-01-02', to: '2020-01-03' },
  ]);
});

test('a day that had not passed when the data was published, or of which half is missing, is under way', () => {
  const days = daysFrom('2024-03-01', [300, 310, 290, 140]);
  const underWay = { from: '2024-03-04', to: '2024-03-05' };
  const whole = [{ from: '2024-03-01', to: '2024-03-04' }];
  const passed = { published: '2024-03-05', shareAfterNewest: 0.4 };
  expect(coverageOf(days, passed)).toEqual({ spans: whole, gaps: [], underWay });
  expect(coverageOf(days, { published: '2024-03-04', shareAfterNewest: 0 })).toMatchObject({
    spans: whole,
    underWay,
  });
  expect(coverageOf(days, { ...passed, shareAfterNewest: 0.005 }).underWay).toBeNull();
  expect(coverageOf(daysFrom('2024-03-01', [3, 2, 4, 1]), passed).underWay).toBeNull();
});

test('without an appeal nothing is covered', () => {
  expect(coverageOf([], later)).toEqual({ spans: [], gaps: [], underWay: null });
});

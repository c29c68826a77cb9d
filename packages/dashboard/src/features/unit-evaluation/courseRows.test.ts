import { expect, test } from 'vitest';
import { type CoursePoint, piecesOf, scaleOf, schemeChanges } from './courseRows.ts';

const point = (value: number | null, reach = 0): CoursePoint => ({
  value,
  lower: value === null ? null : value - reach,
  upper: value === null ? null : value + reach,
  provisional: false,
});

test('rules change where another scheme holds, and at both ends of a gap; the first month is no change', () => {
  const months = ['a', 'a', 'b', null, null, 'b'].map((scheme) => ({ scheme }));
  expect(schemeChanges(months)).toEqual([
    { at: 2, before: 'a', after: 'b' },
    { at: 3, before: 'b', after: null },
    { at: 5, before: null, after: 'b' },
  ]);
});

test('a line breaks where rules change, and where a month is not known', () => {
  const points = [point(1), point(2), point(3), point(null), point(5), point(6)];
  expect(piecesOf(points, [])).toEqual([
    [0, 1, 2],
    [4, 5],
  ]);
  expect(piecesOf(points, [1, 5])).toEqual([[0], [1, 2], [4], [5]]);
});

test('an axis holds the intervals, ends on whole steps and within its bounds', () => {
  expect(scaleOf([point(0.93, 0.02), point(0.97, 0.02)], 0.05, { low: 0, high: 1 })).toEqual({
    low: expect.closeTo(0.9, 12),
    high: expect.closeTo(1, 12),
  });
  expect(scaleOf([point(null)], 5, { low: 0, high: 100 })).toBeNull();
  expect(scaleOf([point(95)], 5, { low: 0, high: 100 })).toEqual({ low: 95, high: 100 });
});

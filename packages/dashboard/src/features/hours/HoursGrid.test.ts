import type { Answer } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { gridOf, shadeIn, weekdaysIn } from './HoursGrid.tsx';

test('spans of days touch their days of the week, and no more than all seven', () => {
  expect([...weekdaysIn([{ from: '2026-05-02', to: '2026-05-04' }])]).toEqual([6, 7]);
  expect(weekdaysIn([{ from: '2026-05-02', to: '2027-05-04' }]).size).toBe(7);
  expect(weekdaysIn([]).size).toBe(0);
});

test('an hour without appeals is zero on a weekday that has data, and unknown on one that has none', () => {
  const answer = {
    meta: {
      columns: [{ name: 'appeals', type: 'number', role: 'metric', of: 'appeals', unit: 'count' }],
      covered: { spans: [{ from: '2026-05-02', to: '2026-05-04' }] },
    },
    rows: [{ day_of_week: 6, hour_of_day: 9, appeals: 4 }],
  } as unknown as Answer;
  const grid = gridOf(answer);
  expect([
    shadeIn(grid, 6, 9, 'appeals'),
    shadeIn(grid, 6, 10, 'appeals'),
    shadeIn(grid, 1, 9, 'appeals'),
  ]).toEqual(['value', 'zero', 'none']);
});

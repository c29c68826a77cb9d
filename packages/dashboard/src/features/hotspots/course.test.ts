import type { Hotspots } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { binCounts, courseOf, standouts, stepIndex, stepPeriod } from './course.ts';
import { judgedPeriod } from './useHotspots.ts';

const answer = {
  meta: {
    steps: ['2024-01-01', '2024-02-01'],
    step: 'month',
    period: { from: '2024-01-01', to: '2024-03-01' },
  },
  places: { place: ['a', 'b', 'c'] },
  series: {
    count: [1, 9, 4, 4, 7, 0],
    expected: [2, 3, 4, 4, 6, 5],
    z: [0.1, 3.2, 0, 0.4, 0.2, -2.6],
    bin: [0, 3, 0, 0, 0, -1],
  },
} as unknown as Hotspots;

test('the course of a place is its part of the series', () => {
  expect(courseOf(answer, 'b')).toMatchObject({ index: 1, count: [4, 4], bin: [0, 0] });
  expect(courseOf(answer, 'c')?.expected).toEqual([6, 5]);
  expect(courseOf(answer, 'x')).toBeNull();
});

test('hot places come first, then cold, then what deviates most', () => {
  expect(standouts(answer, 1, 3).map(({ place }) => place)).toEqual(['a', 'c', 'b']);
  expect(standouts(answer, 1, 1)).toHaveLength(1);
});

test('every place is in one bin', () => {
  expect([...binCounts(answer, 1)]).toEqual([
    [-1, 1],
    [0, 1],
    [3, 1],
  ]);
});

test('a step that was not judged gives way to the latest', () => {
  expect(stepIndex(answer, '2024-01-01')).toBe(0);
  expect(stepIndex(answer, '2019-01-01')).toBe(1);
  expect(stepPeriod(answer, 1)).toEqual({ from: '2024-02-01', to: '2024-03-01' });
});

test('a period with too few steps is judged with what came before it, one with too many by its latest', () => {
  const december = { from: '2024-12-01', to: '2025-01-01' };
  expect(judgedPeriod(december, 'month')).toEqual({ from: '2023-01-01', to: '2025-01-01' });
  expect(judgedPeriod({ from: '2024-01-01', to: '2025-01-01' }, 'month').from).toBe('2024-01-01');
  expect(judgedPeriod({ from: '2019-01-01', to: '2025-01-01' }, 'month').from).toBe('2022-01-01');
  expect(judgedPeriod({ from: '2019-01-01', to: '2025-01-01' }, 'quarter').from).toBe('2020-01-01');
});

import type { Change } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { contributionsOf, scaleOf } from './contributions.ts';

const change = (contribution: number[], whole: number): Change =>
  ({
    whole: { change: whole, now: 500, season: 3, mark: 'chance' },
    groups: {
      group: contribution.map((_, at) => `topic-${at}`),
      contribution,
      now: contribution.map(() => 100),
      mark: contribution.map((_, at) => (at === 0 ? 'beyond_chance' : 'chance')),
      season: contribution.map((_, at) => (at === 0 ? -150 : null)),
    },
  }) as unknown as Change;

test('rows and rest add up to the whole as they are read, and run from the rise to the fall', () => {
  const told = contributionsOf(change([-120.4, 30.4, -10.4, 0.4, 2.4], -97.6), 3);
  expect(told?.rows.map(({ code, change: of }) => [code, of])).toEqual([
    ['topic-1', 30],
    ['topic-2', -10],
    ['topic-0', -120],
  ]);
  expect(told?.rest).toEqual({ groups: 2, change: 2, now: 200 });
  expect(told?.whole.change).toBe(-98);
  expect((told?.rows ?? []).reduce((sum, row) => sum + row.change, told?.rest.change ?? 0)).toBe(-98);
});

test('where all groups are rows, what rounding leaves over lies on the largest', () => {
  const told = contributionsOf(change([30.4, 20.4, 10.4], 61.2), 5);
  expect(told?.rows.map(({ change: of }) => of)).toEqual([31, 20, 10]);
  expect(told?.rest).toMatchObject({ groups: 0, change: 0 });
});

test('one scale holds every bar and what is usual of the season', () => {
  const told = contributionsOf(change([-120, 30, 1], -89), 3);
  expect(told && scaleOf(told)).toEqual({ low: -150, high: 50 });
});

test('where nothing can be compared there is nothing to add up', () => {
  expect(contributionsOf({ ...change([1], 1), whole: null }, 3)).toBeNull();
});

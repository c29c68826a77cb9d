import type { UnitEvaluation } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { restOf, topicRows, unevenIn } from './topicRows.ts';

type Rates = NonNullable<UnitEvaluation['topics']>['indicators'][number];
type Indicator = UnitEvaluation['indicators'][number];

const indicator = (name: string, weight: number, measured = true): Indicator => ({
  ...{ name, weight, measured, better: 'up', label: { en: name } },
  ...{ numerator: 0, denominator: 0, rate: null, lower: null, upper: null, points: null },
  ...{ group_numerator: 0, group_denominator: 0, group_rate: null, group_points: null },
  ...{ gap: null, gap_points: null },
});

const unknown = [null, null, null];
const rates = (name: string, told: Partial<Rates>): Rates => ({
  ...{ name, rate: unknown, lower: unknown, upper: unknown, group_rate: unknown, p: unknown, q: unknown },
  ...{ numerator: [8, 18, 5], denominator: [10, 20, 5], expected: [9, 17, 4.5] },
  ...{ handling: [-0.03, 0.03, 0.01], mix: [0, 0, 0], points: [-1.2, 1.2, 0.4] },
  mark: ['beyond_chance', 'chance', 'too_few'],
  ...told,
});

const depth = (resolution: Partial<Rates>): Pick<UnitEvaluation, 'topics' | 'indicators'> => ({
  indicators: [indicator('resolution', 40), indicator('on_time', 10), indicator('unmeasured', 50, false)],
  topics: {
    topic1: ['housing', 'roads', ''],
    topic2: ['housing.lifts', '', ''],
    orders: [12, 25, 6],
    indicators: [
      rates('resolution', resolution),
      rates('on_time', { handling: [0.02, -0.05, 0], points: [0.2, -0.5, 0] }),
      rates('unmeasured', { handling: [-1, -1, -1], points: [-50, -50, -50] }),
    ],
  },
});

test('what costs most comes first; an indicator that nobody has counts nothing', () => {
  const rows = topicRows(depth({}));
  expect(rows.map(({ dimension, code }) => [dimension, code])).toEqual([
    ['topic2', 'housing.lifts'],
    ['topic1', ''],
    ['topic1', 'roads'],
  ]);
  expect(rows[0]?.points).toBeCloseTo(-1, 12);
  expect(rows[0]?.rates.map(({ name, missed, of, expected }) => [name, missed, of, expected])).toEqual([
    ['resolution', 2, 10, 1],
    ['on_time', 2, 10, 1],
  ]);
});

test('where fewer is better, the cases themselves missed, and more of them cost', () => {
  const { topics, indicators } = depth({});
  const down = indicators.map((each) => ({ ...each, better: 'down' as const }));
  const rows = topicRows({ topics, indicators: down });
  const lifts = rows.find(({ code }) => code === 'housing.lifts');
  expect(lifts?.rates[0]).toMatchObject({ missed: 8, of: 10, expected: 9 });
  expect(rows.map(({ code }) => code)).toEqual(['roads', '', 'housing.lifts']);
});

test('an indicator whose points do not grow evenly is left out of the points, and named', () => {
  const uneven = depth({ points: [null, 1.2, 0.4] });
  expect(unevenIn(uneven)).toEqual(['resolution']);
  expect(topicRows(uneven).map(({ points }) => points)).toEqual([0.2, 0, -0.5]);
  expect(unevenIn(depth({}))).toEqual([]);
});

test('what is not shown still adds up', () => {
  const rows = topicRows(depth({}));
  const rest = restOf(rows.slice(1));
  expect(rest?.orders).toBe(31);
  expect(rest?.rates[0]).toMatchObject({ missed: 2, of: 25, expected: 3.5 });
  expect((rest?.points ?? 0) + (rows[0]?.points ?? 0)).toBeCloseTo(-1 + 0.7 + 0.4, 12);
  expect(restOf([])).toBeNull();
});

import type { Indicator } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { pointsOf } from './points.ts';
import { scoreInterval } from './score-interval.ts';

const indicator = (scoring: Indicator['scoring'], better: 'up' | 'down' = 'up') => ({
  ...{ scoring, better, weight: 20 },
});

test('a share grows evenly between its ends and not beyond', () => {
  const halfway = indicator({ by: 'share', none: 0.5, full: 1 });
  expect([0.3, 0.5, 0.75, 1].map((rate) => pointsOf(halfway, rate))).toEqual([0, 0, 10, 20]);
  const less = indicator({ by: 'share', none: 0.1, full: 0 }, 'down');
  expect([0, 0.05, 0.1, 0.5].map((rate) => pointsOf(less, rate))).toEqual([20, 10, 0, 0]);
});

test('steps give the best step that is reached, on the step too', () => {
  const steps = indicator({
    by: 'steps',
    steps: [
      { at: 0.9, points: 10 },
      { at: 0.95, points: 20 },
    ],
  });
  expect([0.89, 0.9, 0.949, 19 / 20, 1].map((rate) => pointsOf(steps, rate))).toEqual([0, 10, 10, 20, 20]);
});

test('deductions take away for each full step, and no more than there is', () => {
  const deductions = indicator({ by: 'deductions', beyond: 0.98, each: 0.01, points: 3 });
  expect([1, 0.98, 0.975, 0.97, 0.96, 0.5].map((rate) => pointsOf(deductions, rate))).toEqual([
    ...[20, 20, 20, 17, 14, 0],
  ]);
});

test('a score of one rate has the interval of the rate; parts that go together reach further', () => {
  const part = { points: 30, lower: 26, upper: 31 };
  expect(scoreInterval([part], [])).toMatchObject({ lower: 26, upper: 31 });
  const apart = scoreInterval([part, part], []);
  expect(apart.lower).toBeCloseTo(60 - Math.hypot(4, 4), 12);
  expect(
    scoreInterval(
      [part, part],
      [
        [1, 1],
        [1, 1],
      ],
    ).lower,
  ).toBeCloseTo(52, 12);
});

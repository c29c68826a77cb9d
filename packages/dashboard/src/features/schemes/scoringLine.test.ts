import type { IndicatorRule } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { scoringLine } from './scoringLine.ts';

const line = (scoring: IndicatorRule['scoring'], weight = 10, better: 'up' | 'down' = 'up') =>
  scoringLine({ scoring, weight, better }).map(({ rate, points }) => [Number(rate.toFixed(6)), points]);

test('a share rises evenly between its two rates, and not beyond them', () => {
  expect(line({ by: 'share', none: 0.5, full: 0.9 })).toEqual([
    [0, 0],
    [0.5, 0],
    [0.9, 10],
    [1, 10],
  ]);
  expect(line({ by: 'share', none: 0.2, full: 0.1 }, 10, 'down')).toEqual([
    [0, 10],
    [0.1, 10],
    [0.2, 0],
    [1, 0],
  ]);
});

test('steps hold until the next one', () => {
  const steps = [
    { at: 0.95, points: 10 },
    { at: 0.8, points: 4 },
  ];
  expect(line({ by: 'steps', steps })).toEqual([
    [0, 0],
    [0.8, 0],
    [0.8, 4],
    [0.95, 4],
    [0.95, 10],
    [1, 10],
  ]);
});

test('a step of a rate that is better the lower holds up to its edge', () => {
  const steps = [
    { at: 0.05, points: 10 },
    { at: 0.2, points: 4 },
  ];
  expect(line({ by: 'steps', steps }, 10, 'down')).toEqual([
    [0, 10],
    [0.05, 10],
    [0.05, 4],
    [0.2, 4],
    [0.2, 0],
    [1, 0],
  ]);
});

test('deductions take points away for each full part, until none are left', () => {
  expect(line({ by: 'deductions', beyond: 0.9, each: 0.1, points: 4 })).toEqual([
    [0, 0],
    [0.6, 0],
    [0.6, 2],
    [0.7, 2],
    [0.7, 6],
    [0.8, 6],
    [0.8, 10],
    [1, 10],
  ]);
});

import type { Evaluation } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { mostPoints, shortOf } from './unitRow.ts';

type Indicator = Evaluation['indicators'][number];

const indicator = (name: string, weight: number, measured: boolean, denominator: number[]) =>
  ({ name, weight, measured, denominator, fewest: 30 }) as unknown as Indicator;

const answer = {
  indicators: [
    indicator('on_time', 50, false, [0, 0]),
    indicator('within_day', 20, true, [29, 30]),
    indicator('within_month', 30, true, [0, 400]),
  ],
  meta: { scheme: { decimals: 2 } },
};

test('what nobody has gives its weight to the others', () => {
  expect(mostPoints(answer, 'within_day')).toBe(40);
  expect(mostPoints(answer, 'within_month')).toBe(60);
  expect(mostPoints(answer, 'on_time')).toBe(0);
});

test('a unit is short of what it was asked too little about, not of what nobody has', () => {
  expect(shortOf(answer, 0)).toEqual([
    { name: 'within_day', asked: 29, fewest: 30 },
    { name: 'within_month', asked: 0, fewest: 30 },
  ]);
  expect(shortOf(answer, 1)).toEqual([]);
});

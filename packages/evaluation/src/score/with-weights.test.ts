import type { Indicator, Scheme } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { threeRates } from '../made-up/month.ts';
import { pointsOf } from './points.ts';
import { withWeights } from './with-weights.ts';

const scorings: Indicator['scoring'][] = [
  { by: 'share', none: 0.5, full: 1 },
  {
    by: 'steps',
    steps: [
      { at: 0.9, points: 15 },
      { at: 0.6, points: 6 },
    ],
  },
  { by: 'deductions', beyond: 0.95, each: 0.01, points: 2 },
];

test('points grow with the weight, whatever the scoring', () => {
  const scheme: Scheme = {
    ...threeRates,
    indicators: threeRates.indicators.map((indicator, at) => ({
      ...indicator,
      weight: 30,
      scoring: scorings[at] ?? indicator.scoring,
    })),
  };
  const tried = withWeights(scheme, { response: 60, resolution: 60, satisfaction: 60 });
  for (const [at, indicator] of tried.indicators.entries())
    for (const rate of [0, 0.55, 0.6, 0.9, 0.93, 1]) {
      const was = scheme.indicators[at];
      if (!was) throw new Error('an indicator is gone');
      expect(pointsOf(indicator, rate)).toBeCloseTo(2 * pointsOf(was, rate), 12);
    }
});

test('what is not named keeps its weight, and what weighs nothing is left out', () => {
  const { indicators } = withWeights(threeRates, { response: 0, satisfaction: 50 });
  expect(indicators.map(({ name, weight }) => [name, weight])).toEqual([
    ['resolution', 35],
    ['satisfaction', 50],
  ]);
});

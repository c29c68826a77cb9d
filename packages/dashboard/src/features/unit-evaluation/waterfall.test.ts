import type { MovedRankTold } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { mainStep, rankWaterfall, reachOf, scoreWaterfall } from './waterfall.ts';

const rules = { scheme: { name: 'new' }, tried_weights: null };
const moved: MovedRankTold = {
  unit: 'north',
  month_before: '2024-01',
  scheme_before: 'old',
  rank: {
    published: 7,
    before: 9,
    after: 12,
    change: 5,
    scheme: 2,
    rates: 3.4,
    mix: -0.33,
    exclusions: 0,
    others: -0.07,
  },
  score: { before: 94.1, after: 93.05, change: -1.05, rates: -1.2, mix: 0.16, exclusions: -0.01 },
  indicators: [],
};

test('each cause begins where the one before it ended, and the last one ends at the rank after', () => {
  const { from, to, steps } = rankWaterfall(moved, rules);
  expect(from).toBe(7);
  expect(steps.map((step) => [step.cause, step.from, step.to])).toEqual([
    ['scheme', 7, 9],
    ['rates', 9, 12.4],
    ['mix', 12.4, 12.07],
    ['exclusions', 12.07, 12.07],
    ['others', 12.07, 12],
  ]);
  expect(to).toBe(12);
});

test('the score closes to the last digit, too', () => {
  const { steps, to } = scoreWaterfall(moved);
  expect(steps.at(-1)?.to).toBe(to);
  expect(steps.map(({ cause }) => cause)).toEqual(['rates', 'mix', 'exclusions']);
});

test('rules are no cause where the same scheme held in both months', () => {
  const same = {
    ...moved,
    scheme_before: 'new',
    rank: { ...moved.rank, published: 9, change: 3, scheme: 0 },
  };
  expect(rankWaterfall(same, rules).steps.map(({ cause }) => cause)).not.toContain('scheme');
});

test('a rank that differs from the published one by the same scheme was corrected, and no rule changed', () => {
  const corrected = { ...moved, scheme_before: 'new' };
  expect(rankWaterfall(corrected, rules).steps[0]).toEqual({ cause: 'corrected', from: 7, to: 9, by: 2 });
  const tried = { ...rules, tried_weights: { resolution: 60 } };
  expect(rankWaterfall(corrected, tried).steps[0]?.cause).toBe('scheme');
});

test('the main cause is one that moved it the way it went', () => {
  const rank = { ...moved.rank, published: 9, scheme: 0, rates: 2, others: -4, mix: 0, after: 7, change: -2 };
  expect(mainStep(rankWaterfall({ ...moved, scheme_before: 'new', rank }, rules))?.cause).toBe('others');
  expect(mainStep(rankWaterfall(moved, rules))?.cause).toBe('rates');
  const kept = { ...rank, rates: 4, after: 9, change: 0 };
  expect(mainStep(rankWaterfall({ ...moved, scheme_before: 'new', rank: kept }, rules))).toBeNull();
});

test('an axis holds every step on the way, not only its ends', () => {
  const { low, high } = reachOf(rankWaterfall(moved, rules));
  expect(low).toBeLessThan(7);
  expect(high).toBeGreaterThan(12.4);
});

import type { Tally } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { madeUpMonth, threeRates } from '../made-up/month.ts';
import { weightReach } from '../ranking/sensitivity.ts';
import { scoreMonth } from '../score/score-month.ts';
import { shrunken } from './shrunken.ts';
import { standardised } from './standardised.ts';

test('who is as good as others on every kind of order stands as they do, whatever the mix', () => {
  // Easy orders succeed in 90 of 100, hard ones in 50, for everybody; a has mostly hard ones.
  const sizes = Float64Array.of(20, 80, 80, 20);
  const tally: Tally = {
    ...{ units: ['a', 'b'], strata: ['easy', 'hard'], reasons: [''] },
    ...{ unit: Int32Array.of(0, 0, 1, 1), stratum: Int32Array.of(0, 1, 0, 1), reason: new Int32Array(4) },
    ...{ appeals: sizes, orders: sizes, visited: sizes },
    denominators: [sizes, sizes, sizes],
    numerators: [0, 1, 2].map(() => Float64Array.of(18, 40, 72, 10)),
  };
  const scored = scoreMonth(threeRates, tally);
  expect([...scored.score]).toEqual([5800, 8200]);
  const judged = standardised(scored);
  expect([...(judged?.score ?? [])]).toEqual([7000, 7000]);
  expect([...(judged?.rank ?? [])]).toEqual([1, 1]);
  expect(standardised(scoreMonth({ ...threeRates, case_mix: [] }, tally))).toBeNull();
});

test('of a unit that alone has its kind of orders nothing is said', () => {
  const sizes = Float64Array.of(100, 60, 60);
  const tally: Tally = {
    ...{ units: ['alone', 'b', 'c'], strata: ['own', 'shared'], reasons: [''] },
    ...{ unit: Int32Array.of(0, 1, 2), stratum: Int32Array.of(0, 1, 1), reason: new Int32Array(3) },
    ...{ appeals: sizes, orders: sizes, visited: sizes },
    denominators: [sizes, sizes, sizes],
    numerators: [0, 1, 2].map(() => Float64Array.of(90, 54, 48)),
  };
  const judged = standardised(scoreMonth(threeRates, tally));
  expect([...(judged?.ownPart ?? [])]).toEqual([1, 0.5, 0.5].map((part) => expect.closeTo(part, 12)));
  expect([...(judged?.rank ?? [])]).toEqual([Number.NaN, 1, 2]);
});

test('a unit of few orders is drawn to the rate of all, a large one hardly', () => {
  const { tally } = madeUpMonth(100, 3, 0.35);
  const [cases, all] = [tally.numerators[1], tally.denominators[1]].map((each) =>
    Float64Array.from(each ?? []),
  );
  if (!cases || !all) throw new Error('nothing was made up');
  const mean = cases.reduce((sum, each) => sum + each, 0) / all.reduce((sum, each) => sum + each, 0);
  cases[0] = 2;
  all[0] = 4;
  cases[1] = 9000;
  all[1] = 10_000;
  const { shares } = shrunken(cases, all);
  expect(Math.abs((shares[0] ?? 0) - mean)).toBeLessThan(0.05);
  expect(shares[1]).toBeCloseTo(0.9, 2);
  const alike = shrunken(Float64Array.of(9, 90), Float64Array.of(10, 100));
  expect([...alike.shares]).toEqual([99 / 110, 99 / 110]);
});

test('ranks with other weights: a unit that is best in everything stays so', () => {
  const parts = [
    Float64Array.of(3000, 2000, 2900, Number.NaN),
    Float64Array.of(7000, 6500, 5000, Number.NaN),
  ];
  const { best, worst } = weightReach(parts, [30, 70]);
  expect([...best]).toEqual([1, 2, 2, Number.NaN]);
  expect([...worst]).toEqual([1, 3, 3, Number.NaN]);
});

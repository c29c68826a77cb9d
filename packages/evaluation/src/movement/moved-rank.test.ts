import type { Scheme, Tally } from '@hotline-atlas/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { threeRates } from '../made-up/month.ts';
import { scoreMonth } from '../score/score-month.ts';
import { movedRank } from './moved-rank.ts';
import { sharesOfMove, wholeShares } from './shares-of-move.ts';

const units = ['a', 'b', 'c', 'd'];
const strata = ['easy', 'hard'];
const reasons = ['', 'duplicate'];

/** Orders of a month: by unit, stratum and reason; those of which nobody was asked do not count. */
const month = fc
  .array(
    fc.record({
      all: fc.integer({ min: 1, max: 60 }),
      shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 16, maxLength: 16 },
  )
  .map((entries): Tally => {
    const at = (entry: number) => entries[entry] ?? { all: 1, shares: [] };
    const all = Float64Array.from(entries, ({ all: each }) => each);
    return {
      ...{ units, strata, reasons },
      unit: Int32Array.from(entries, (_, entry) => entry >> 2),
      stratum: Int32Array.from(entries, (_, entry) => (entry >> 1) & 1),
      reason: Int32Array.from(entries, (_, entry) => entry & 1),
      ...{ appeals: all, orders: all, visited: all, denominators: [all, all, all] },
      numerators: [0, 1, 2].map((rate) =>
        Float64Array.from(entries, (_, entry) => Math.round(at(entry).all * (at(entry).shares[rate] ?? 0))),
      ),
    };
  });

const stepped: Scheme = {
  ...threeRates,
  indicators: threeRates.indicators.map((indicator, at) =>
    at === 0
      ? {
          ...indicator,
          scoring: {
            by: 'steps',
            steps: [
              { at: 0.5, points: 13 },
              { at: 0.3, points: 7 },
            ],
          },
        }
      : indicator,
  ),
};

test.each([
  ['shares', threeRates],
  ['steps', stepped],
] as const)('what moved a rank and a score closes to the last digit: %s', (_, scheme) => {
  fc.assert(
    fc.property(month, month, fc.constantFrom(...units), (before, after, unit) => {
      const [now, was] = [scoreMonth(scheme, after), scoreMonth(scheme, before)];
      const moved = movedRank(now, was, unit, 3);
      if (!moved) throw new Error('every unit has a score');
      const { ranks, score, indicators } = moved;
      expect(ranks.scheme + ranks.rates + ranks.mix + ranks.exclusions + ranks.others).toBe(
        100 * (moved.after - 3),
      );
      expect(score.rates + score.mix + score.exclusions).toBe(moved.scoreAfter - moved.scoreBefore);
      expect(moved.scoreAfter).toBe(now.score[units.indexOf(unit)]);
      for (const part of indicators)
        expect(part.before + part.rates + part.mix + part.exclusions).toBeCloseTo(part.after, 12);
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('a cause that does nothing moves nothing, and whole shares keep the sum', () => {
  const { shares, denominator } = sharesOfMove(3, ([first, second]) => (first && second ? 6 : 0));
  expect([shares, denominator]).toEqual([[18, 18, 0], 6]);
  expect(wholeShares([1, 1, 1], 3, 1)).toEqual([1, 0, 0]);
  expect(wholeShares([-7, 1, 0], 6, 1)).toEqual([-1, 0, 0]);
});

test('a unit that drops its hard orders from the base rises by exclusions alone', () => {
  const tally = (excluded: number): Tally => ({
    ...{ units: ['a', 'b'], strata: [''], reasons },
    ...{ unit: Int32Array.of(0, 0, 1), stratum: Int32Array.of(0, 0, 0), reason: Int32Array.of(0, 1, 0) },
    ...{
      appeals: Float64Array.of(100 - excluded, excluded, 100),
      orders: Float64Array.of(100 - excluded, excluded, 100),
    },
    visited: Float64Array.of(100, 0, 100),
    denominators: [0, 1, 2].map(() => Float64Array.of(100 - excluded, excluded, 100)),
    numerators: [0, 1, 2].map(() => Float64Array.of(80, 0, 85)),
  });
  const moved = movedRank(scoreMonth(threeRates, tally(15)), scoreMonth(threeRates, tally(0)), 'a', 2);
  expect(moved?.ranks).toEqual({ scheme: 0, rates: 0, mix: 0, exclusions: -100, others: 0 });
  expect(moved?.score).toEqual({
    rates: 0,
    mix: 0,
    exclusions: (Math.round(8000 / 0.85) / 100) * 100 - 8000,
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  firstGenerationOf,
  generationOfAll,
  generationOfYear,
  isOfAll,
  isOfYear,
  monthOfGeneration,
  nextNumber,
  placeOfGeneration,
  placeOfNumber,
  yearOfGeneration,
} from './generation.ts';

const number = fc.integer({ min: 1, max: 2 ** 32 - 2 ** 21 });

test('generations of every number fit into 32 bits, and say their month or year', () => {
  fc.assert(
    fc.property(
      number,
      fc.integer({ min: 0, max: 2999 }),
      fc.integer({ min: 1900, max: 2900 }),
      (n, m, y) => {
        const generation = firstGenerationOf(n) + m;
        expect(generation).toBeLessThan(2 ** 32);
        expect([monthOfGeneration(generation), placeOfGeneration(generation)]).toEqual([m, placeOfNumber(n)]);
        expect(isOfYear(generation)).toBe(false);
        const year = generationOfYear(n, y);
        expect([isOfYear(year), isOfAll(year), yearOfGeneration(year)]).toEqual([true, false, y]);
        expect(isOfAll(generationOfAll(n))).toBe(true);
      },
    ),
  );
});

test('the first million numbers have the generations they always had', () => {
  expect(firstGenerationOf(7) + 1482).toBe(7 * 4096 + 1482);
  expect(firstGenerationOf(2 ** 20 - 1)).toBe((2 ** 20 - 1) * 4096);
});

test('a number is never one whose place is taken, and numbers do not run out', () => {
  fc.assert(
    fc.property(number, fc.array(fc.integer({ min: 0, max: 60 })), (after, ahead) => {
      const taken = ahead.map((by) => firstGenerationOf(after + by) + 1500);
      const next = nextNumber(after, taken);
      expect(next).toBeGreaterThan(after);
      expect(taken.map(placeOfGeneration)).not.toContain(placeOfNumber(next));
      expect(next).toBeLessThanOrEqual(after + ahead.length + 1);
    }),
  );
  expect(nextNumber(2 ** 20 - 1, [])).toBe(2 ** 20);
  expect(nextNumber(2 ** 20 + 4, [5 * 4096 + 1482])).toBe(2 ** 20 + 6);
});

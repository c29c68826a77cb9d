import { expect, test } from 'vitest';
import { differencesOf, type Scored } from './apart.ts';

/** A score whose interval reaches so far to either side. */
const scored = (score: number, reach: number): Scored => ({
  score,
  lower: score - reach,
  upper: score + reach,
});

test('the interval of a difference is put together from those of both scores', () => {
  const uneven = new Map([
    ['one', { score: 95, lower: 92, upper: 96 }],
    ['two', { score: 90, lower: 89, upper: 94 }],
  ]);
  const [difference] = differencesOf(uneven);
  expect(difference?.by).toBe(5);
  // Down: the first may be 3 lower, the second 4 higher; up: 1 and 1.
  expect(difference?.lower).toBeCloseTo(5 - 5, 12);
  expect(difference?.upper).toBeCloseTo(5 + Math.SQRT2, 12);
});

test('one pair is told apart where its interval leaves out no difference', () => {
  const pair = (by: number) =>
    differencesOf(
      new Map([
        ['one', scored(90 + by, 3)],
        ['two', scored(90, 4)],
      ]),
    )[0]?.isApart;
  expect(pair(5.01)).toBe(true);
  expect(pair(4.99)).toBe(false);
});

test('the same difference is not enough where more pairs are looked at', () => {
  const three = new Map([
    ['one', scored(95.5, 3)],
    ['two', scored(90, 4)],
    ['three', scored(91, 4)],
  ]);
  expect(differencesOf(three).map(({ isApart }) => isApart)).toEqual([false, false, false]);
  // Largest deviate 1.96 × 6.5 / 5 = 2.55 over 2.394: told apart. The next, 2.156, stays under 2.241.
  const far = new Map([
    ['one', scored(96.5, 3)],
    ['two', scored(90, 4)],
    ['three', scored(91, 4)],
  ]);
  expect(differencesOf(far).map(({ one, other, isApart }) => [one, other, isApart])).toEqual([
    ['one', 'two', true],
    ['one', 'three', false],
    ['two', 'three', false],
  ]);
});

test('whoever has no score is in no pair', () => {
  const some = new Map([
    ['one', scored(90, 1)],
    ['two', null],
  ]);
  expect(differencesOf(some)).toEqual([]);
});

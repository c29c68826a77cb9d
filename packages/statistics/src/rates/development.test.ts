import { expect, test } from 'vitest';
import {
  type Development,
  delayWithin,
  knownAtAges,
  knownCurve,
  projectedRate,
  shareKnown,
} from './development.ts';

const development = (rows: [delay: number, numerator: number, denominator: number][]): Development => ({
  delays: Float64Array.from(rows, ([delay]) => delay),
  numerators: Float64Array.from(rows, ([, numerator]) => numerator),
  denominators: Float64Array.from(rows, ([, , denominator]) => denominator),
});

/** Quick answers are good ones: 90 of 100 within two days, 10 of 50 after ten. */
const past = [
  development([
    [1, 90, 100],
    [10, 10, 50],
  ]),
  development([
    [1, 88, 100],
    [10, 12, 50],
  ]),
  development([
    [1, 92, 100],
    [10, 9, 50],
  ]),
];

test('what was known at equal age, by hand', () => {
  const [first] = past as [Development];
  expect(knownAtAges(first, [5])).toEqual({ numerator: 90, denominator: 100 });
  // A delay of one day is known from the second day on.
  expect(knownAtAges(first, [1])).toEqual({ numerator: 0, denominator: 0 });
  // Half of the days are old enough for the late ones.
  expect(knownAtAges(first, [5, 15])).toEqual({ numerator: 95, denominator: 125 });
  expect(shareKnown(knownCurve(past), [5])).toBeCloseTo(100 / 150, 12);
  expect(shareKnown(knownCurve(past), [11])).toBe(1);
  expect(shareKnown(knownCurve([]), [11])).toBeNaN();
  expect([delayWithin(past, 0.5), delayWithin(past, 0.99)]).toEqual([1, 10]);
});

test('a rate that looks well so far is carried on to where past ones ended', () => {
  const projected = projectedRate({ numerator: 450, denominator: 500 }, past, [5]);
  const gains = [100 / 150 - 0.9, 100 / 150 - 0.88, 101 / 150 - 0.92];
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / 3;
  expect(projected?.rate).toBeCloseTo(0.9 + mean, 12);
  expect(projected?.lower).toBeLessThan(0.62);
  expect(projected?.upper).toBeGreaterThan(0.7);
});

test('a ripe rate stays what it is, and two past periods or no case say nothing', () => {
  const ripe = projectedRate({ numerator: 450, denominator: 500 }, past, [30]);
  expect(ripe).toEqual({ rate: 0.9, lower: 0.9, upper: 0.9 });
  expect(projectedRate({ numerator: 450, denominator: 500 }, past.slice(1), [5])).toBeNull();
  expect(projectedRate({ numerator: 0, denominator: 0 }, past, [5])).toBeNull();
});

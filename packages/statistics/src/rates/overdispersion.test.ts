import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { betweenVariance, dispersionRatio } from './overdispersion.ts';
import { normalUnits } from './rank-intervals.ts';

test('by hand: fewer than ten units are not drawn in', () => {
  // Mean square of 3, −3, 1, −1: 5. Spread beyond an error of 1: 5 − 1.
  const scores = Float64Array.of(3, -3, 1, -1, Number.NaN);
  expect(dispersionRatio(scores)).toBe(5);
  expect(betweenVariance(scores, new Float64Array(5).fill(1))).toBeCloseTo(4, 9);
  // −2 … 2 in steps of a half, and 40 drawn in to 2: (2 · 7.5 + 4) / 10, of which a normal keeps 0.6787.
  const outlier = Float64Array.of(-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 40);
  expect(dispersionRatio(outlier)).toBeCloseTo(
    (2.25 + 2.25 + 1 + 0.25 + 0.25 + 1 + 2.25 + 4 + 4) / 10 / 0.6787,
    3,
  );
});

test('without drawing in, one outlier is spread', () => {
  const deviations = new Float64Array(100).map((_, unit) => (unit === 0 ? 50 : 0));
  const errors = new Float64Array(100).fill(1);
  expect(betweenVariance(deviations, errors)).toBe(0);
  expect(betweenVariance(deviations, errors, 0)).toBeCloseTo(24, 9);
});

test('no more than chance is no spread', () => {
  expect(betweenVariance(Float64Array.of(1, -1, 0.5), Float64Array.of(1, 1, 1))).toBe(0);
  expect(betweenVariance(new Float64Array(3), Float64Array.of(0.1, 1, 1))).toBe(0);
});

test('the spread is found among units of very different size, whatever a few outliers do', () => {
  const random = seededRandom(5);
  const errors = Float64Array.from({ length: 2000 }, (_, unit) => 10 ** -(unit % 4));
  const spread = errors.map((error) => Math.hypot(error, 0.05));
  const draw = normalUnits(new Float64Array(2000), spread);
  const deviations = spread.map((_, unit) => (unit % 100 === 0 ? 5 : draw(unit, random())));
  expect(Math.abs(Math.sqrt(betweenVariance(deviations, errors)) - 0.05)).toBeLessThan(0.006);
});

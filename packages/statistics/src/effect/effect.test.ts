import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { differenceInDifferences } from './difference-in-differences.ts';
import { madeUpPower } from './effect-nulls.ts';
import { type Gap, gapOf, type Panel } from './panel.ts';
import { placeboTest } from './placebo-test.ts';
import { simplexWeights } from './simplex-weights.ts';
import { syntheticControl } from './synthetic-control.ts';
import { withoutSeason } from './without-season.ts';

const productsOf = (points: readonly (readonly number[])[]): Float64Array =>
  Float64Array.from(
    points.flatMap((one) =>
      points.map((other) => one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)),
    ),
  );

test.each([
  { points: [[3, 4]], nearest: [1] },
  // Nought lies on the line between them, three quarters of the way from the first.
  { points: [[3], [-1]], nearest: [0.25, 0.75] },
  // The foot on the line x + y = 2 is its middle.
  {
    points: [
      [2, 0],
      [0, 2],
      [5, 5],
    ],
    nearest: [0.5, 0.5, 0],
  },
  // The corner itself is nearest.
  {
    points: [
      [1, 1],
      [1, 3],
      [3, 1],
    ],
    nearest: [1, 0, 0],
  },
])('weights of $points are $nearest', ({ points, nearest }) => {
  const weights = simplexWeights(points.length, productsOf(points));
  expect([...weights].map((weight) => Math.round(weight * 1e6) / 1e6)).toEqual(nearest);
});

test('no weights of a thousand are nearer than those found, with a ridge or without', () => {
  const random = seededRandom(11);
  const points = Array.from({ length: 12 }, () => Array.from({ length: 5 }, () => random() - 0.3));
  const products = productsOf(points);
  const length = (weights: Float64Array, ridge: number) =>
    weights.reduce(
      (sum, one, at) =>
        sum +
        weights.reduce((all, other, beside) => all + one * other * (products[at * 12 + beside] ?? 0), 0) +
        ridge * one * one,
      0,
    );
  for (const ridge of [0, 0.3]) {
    const found = simplexWeights(12, products, ridge);
    for (let trial = 0; trial < 1000; trial++) {
      const drawn = Float64Array.from({ length: 12 }, () => Math.log(random()) ** 4);
      const sum = drawn.reduce((all, value) => all + value, 0);
      expect(length(found, ridge)).toBeLessThanOrEqual(
        length(
          drawn.map((value) => value / sum),
          ridge,
        ) + 1e-9,
      );
    }
  }
});

test('by hand: two controls, four periods before and one after', () => {
  // The unit is halfway between its controls before: 2, 4, 3, 5; after it is 9 where they lead to 5.
  const values = Float64Array.of(2, 4, 3, 5, 9, 1, 3, 2, 4, 4, 3, 5, 4, 6, 6);
  const panel: Panel = { units: 3, periods: 5, before: 4, values };
  const synthetic = syntheticControl(panel, 0, [1, 2]);
  expect([...synthetic.weights]).toEqual([0.5, 0.5]);
  expect([synthetic.preError, synthetic.effect]).toEqual([0, 4]);
  // Against control 1: before 1 above it, after 5 above it.
  expect(differenceInDifferences(panel, 0, [1]).effect).toBe(4);
});

const gap = (effect: number, preError: number): Gap => ({
  ...gapOf(new Float64Array(2), 1),
  effect,
  preError,
});

test('p is the rank among placebos of similar fit, and bounds are the effects it would not refuse', () => {
  const placebos = Array.from({ length: 19 }, (_, at) => gap((at + 1) / 10, 1));
  const wild = gap(90, 30);
  const found = placeboTest(gap(-4, 2), [...placebos, wild]);
  expect(found.placebos).toBe(19);
  expect(found.similar.at(-1)).toBe(false);
  // The largest of nineteen ratios is 1.9, that of the unit 2: p = 1/20, and bounds ±1.9 · 2.
  expect(found).toMatchObject({ p: 0.05, leastP: 0.05, lower: -7.8 });
  expect(found.upper).toBeCloseTo(-0.2, 12);
  const few = placeboTest(gap(-4, 2), placebos.slice(0, 18));
  expect([few.lower, few.upper]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(placeboTest(gap(1, 1), [])).toMatchObject({ p: Number.NaN, placebos: 0 });
});

test('what a season brings each year is taken out, by the same months before', () => {
  // Two seasons; before: 10 20 14 24 (means 12 and 22), after 13 30.
  const panel: Panel = { units: 1, periods: 6, before: 4, values: Float64Array.of(10, 20, 14, 24, 13, 30) };
  const { values } = withoutSeason(panel, Int32Array.of(0, 1, 0, 1, 0, 1));
  expect([...values]).toEqual([-2, -2, 2, 2, 1, 8]);
});

test('work without an effect is told as one in at most a twentieth of panels, and a fall of a third is found', () => {
  const shape = { units: 40, before: 36, after: 6, share: 0.8, own: 0.4 };
  const without = madeUpPower({ ...shape, effect: 0 }, 80, 5);
  expect(without.told).toBeLessThanOrEqual(0.06);
  expect(without.held).toBeGreaterThanOrEqual(0.9);
  expect(madeUpPower({ ...shape, effect: Math.log(2 / 3) }, 25, 6).told).toBeGreaterThanOrEqual(0.8);
});

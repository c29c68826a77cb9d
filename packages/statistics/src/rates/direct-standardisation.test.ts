import { expect, test } from 'vitest';
import { directlyStandardisedRate } from './direct-standardisation.ts';

test('a single group has the exact Poisson interval: 10 events, 4.795 to 18.390', () => {
  const { rate, lower, upper } = directlyStandardisedRate(
    Float64Array.of(10),
    Float64Array.of(1),
    Float64Array.of(1),
  );
  expect(rate).toBe(10);
  expect(lower).toBeCloseTo(4.795, 3);
  expect(upper).toBeCloseTo(18.39, 2);
});

test('two groups by hand', () => {
  // Rates 0.1 and 0.4; standard shares 3/4 and 1/4: 0.075 + 0.1.
  const { rate, crude, lower, upper } = directlyStandardisedRate(
    Float64Array.of(10, 40),
    Float64Array.of(100, 100),
    Float64Array.of(300, 100),
  );
  expect(rate).toBeCloseTo(0.175, 12);
  expect(crude).toBe(0.25);
  expect(lower).toBeLessThan(rate);
  expect(upper).toBeGreaterThan(rate);
});

test('only shares of the standard matter, its own mix gives the crude rate, order of groups is free', () => {
  const [counts, people] = [Float64Array.of(3, 8, 1), Float64Array.of(100, 50, 70)];
  const standard = Float64Array.of(5, 3, 2);
  const one = directlyStandardisedRate(counts, people, standard);
  const scaled = directlyStandardisedRate(
    counts,
    people,
    standard.map((size) => size * 1e6),
  );
  const turned = directlyStandardisedRate(counts.toReversed(), people.toReversed(), standard.toReversed());
  for (const other of [scaled, turned])
    for (const key of ['rate', 'lower', 'upper'] as const) expect(other[key]).toBeCloseTo(one[key], 12);
  const own = directlyStandardisedRate(counts, people, people);
  expect(own.rate).toBeCloseTo(own.crude, 12);
});

test('no event has an upper bound; a group nobody counts may be empty; the rest is refused', () => {
  const none = directlyStandardisedRate(Float64Array.of(0), Float64Array.of(100), Float64Array.of(1));
  expect([none.rate, none.lower]).toEqual([0, 0]);
  expect(none.upper).toBeCloseTo(0.036889, 6);
  const [counts, people] = [Float64Array.of(1, 0), Float64Array.of(10, 0)];
  expect(directlyStandardisedRate(counts, people, Float64Array.of(1, 0)).rate).toBe(0.1);
  expect(() => directlyStandardisedRate(counts, people, Float64Array.of(1, 1))).toThrow(/no people/);
  expect(() => directlyStandardisedRate(counts, people, Float64Array.of(0, 0))).toThrow(/empty/);
  expect(() => directlyStandardisedRate(counts, people, Float64Array.of(1))).toThrow(RangeError);
  expect(() => directlyStandardisedRate(Float64Array.of(Number.NaN, 1), people, people)).toThrow(RangeError);
});

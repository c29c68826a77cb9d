import { expect, test } from 'vitest';
import { readCounties } from '../space/st-louis.ts';
import { empiricalBayes, empiricalBayesIntervals } from './empirical-bayes.ts';

const mean = (values: Float64Array, weights: Float64Array): number =>
  values.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0) /
  weights.reduce((sum, weight) => sum + weight, 0);

test('two places by hand', () => {
  // Overall 6 / 20 = 0.3; s² = (10 · 0.2² + 10 · 0.2²) / 20 = 0.04; A = 0.04 − 0.3 / 10 = 0.01; share 0.01 /
  // (0.01 + 0.03) = 1/4.
  const smoothed = empiricalBayes(Float64Array.of(1, 5), Float64Array.of(10, 10));
  expect(smoothed.overall).toBeCloseTo(0.3, 12);
  expect(smoothed.variance).toBeCloseTo(0.01, 12);
  expect(smoothed.rates[0]).toBeCloseTo(0.25, 12);
  expect(smoothed.rates[1]).toBeCloseTo(0.35, 12);
});

test('homicides about St Louis keep the overall rate, and the small move most', () => {
  const { column } = readCounties();
  const [counts, populations] = [column('HC8893'), column('PO8893')];
  const { rates, ownShare, overall, variance } = empiricalBayes(counts, populations);
  const [events, people] = [counts, populations].map((values) =>
    values.reduce((sum, value) => sum + value, 0),
  );
  expect(overall).toBeCloseTo((events ?? 0) / (people ?? 1), 15);
  // Exact when each place also counts with what it borrows; by population alone it is 1 % off.
  const weights = populations.map((population) => population + overall / variance);
  expect(mean(rates, weights) / overall).toBeCloseTo(1, 12);
  expect(Math.abs(mean(rates, populations) / overall - 1)).toBeLessThan(0.01);
  const bySize = [...populations.keys()].sort(
    (one, other) => (populations[one] ?? 0) - (populations[other] ?? 0),
  );
  const shares = bySize.map((place) => ownShare[place] ?? 0);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
});

test('the interval of a place is a posterior: around its rate, narrower for more people', () => {
  const [counts, populations] = [Float64Array.of(1, 50, 300, 0), Float64Array.of(10, 100, 1000, 0)];
  const smoothed = empiricalBayes(counts, populations);
  const { lower, upper } = empiricalBayesIntervals(counts, populations, smoothed);
  smoothed.rates.forEach((rate, place) => {
    expect(lower[place]).toBeLessThan(rate);
    expect(upper[place]).toBeGreaterThan(rate);
  });
  expect((upper[2] ?? 0) - (lower[2] ?? 0)).toBeLessThan((upper[0] ?? 0) - (lower[0] ?? 0));
});

test('does not depend on the unit of population', () => {
  const [counts, populations] = [Float64Array.of(1, 9, 30), Float64Array.of(10, 20, 100)];
  const { rates } = empiricalBayes(counts, populations);
  empiricalBayes(
    counts,
    populations.map((size) => size * 1000),
  ).rates.forEach((rate, place) => {
    expect(rate * 1000).toBeCloseTo(rates[place] ?? 0, 12);
  });
});

test('defined answers for nothing counted, rates all equal, one place, nobody living there and unknown counts', () => {
  const people = Float64Array.of(10, 20, 30);
  const zeros = empiricalBayes(new Float64Array(3), people);
  expect([...zeros.rates]).toEqual([0, 0, 0]);
  const equal = empiricalBayes(Float64Array.of(1, 2, 3), people);
  expect([...equal.rates]).toEqual([0.1, 0.1, 0.1]);
  expect([...empiricalBayesIntervals(Float64Array.of(1, 2, 3), people, equal).upper]).toEqual([
    0.1, 0.1, 0.1,
  ]);
  expect([...empiricalBayes(Float64Array.of(4), Float64Array.of(8)).rates]).toEqual([0.5]);
  const gaps = empiricalBayes(Float64Array.of(1, 9, Number.NaN, 0), Float64Array.of(10, 10, 10, 0));
  expect(gaps.overall).toBe(0.5);
  expect([...gaps.rates.subarray(2)]).toEqual([Number.NaN, 0.5]);
  expect([...empiricalBayes(new Float64Array(2), new Float64Array(2)).rates]).toEqual([
    Number.NaN,
    Number.NaN,
  ]);
  expect(() => empiricalBayes(Float64Array.of(-1), Float64Array.of(1))).toThrow(RangeError);
  expect(() => empiricalBayes(Float64Array.of(1), new Float64Array(2))).toThrow(RangeError);
});

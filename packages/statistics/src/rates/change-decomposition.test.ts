import { expect, test } from 'vitest';
import { countChange, rateChange } from './change-decomposition.ts';

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

const before = { counts: Float64Array.of(80, 20), populations: Float64Array.of(100, 100) };
const after = { counts: Float64Array.of(45, 60), populations: Float64Array.of(50, 150) };

test('two groups by hand: both get better, the worse one grows, and the whole hardly moves', () => {
  // Rates 0.8 → 0.9 and 0.2 → 0.4; shares 0.5 → 0.25 and 0.5 → 0.75.
  const { change, rateEffects, compositionEffects } = rateChange(before, after);
  expect(change).toBeCloseTo(0.025, 12);
  expect(rateEffects[0]).toBeCloseTo(0.1 * 0.375, 12);
  expect(rateEffects[1]).toBeCloseTo(0.2 * 0.625, 12);
  expect(compositionEffects[0]).toBeCloseTo(-0.25 * 0.85, 12);
  expect(compositionEffects[1]).toBeCloseTo(0.25 * 0.3, 12);
});

test('parts add up, and turn their sign when before and after change places', () => {
  const there = rateChange(before, after);
  const back = rateChange(after, before);
  expect(sum(there.rateEffects) + sum(there.compositionEffects)).toBeCloseTo(there.change, 12);
  there.rateEffects.forEach((effect, group) => {
    expect(back.rateEffects[group]).toBeCloseTo(-effect, 12);
  });
});

test('a group that comes or goes counts as composition only', () => {
  const gone = { counts: Float64Array.of(30, 0), populations: Float64Array.of(100, 0) };
  const { change, rateEffects, compositionEffects } = rateChange(before, gone);
  expect(rateEffects[1]).toBe(0);
  expect(sum(rateEffects) + sum(compositionEffects)).toBeCloseTo(change, 12);
});

test('nothing counted is no change, one group is all rate, and what has no rate is refused', () => {
  const zero = { counts: new Float64Array(2), populations: Float64Array.of(1, 1) };
  expect(rateChange(zero, zero).change).toBe(0);
  const one = rateChange(
    { counts: Float64Array.of(1), populations: Float64Array.of(2) },
    { counts: Float64Array.of(3), populations: Float64Array.of(4) },
  );
  expect([one.rateEffects[0], one.compositionEffects[0]]).toEqual([0.25, 0]);
  const nobody = { counts: new Float64Array(2), populations: new Float64Array(2) };
  expect(() => rateChange(before, nobody)).toThrow(RangeError);
  expect(() => rateChange(before, { ...after, counts: Float64Array.of(1) })).toThrow(RangeError);
  expect(() => rateChange(before, { ...after, counts: Float64Array.of(1, Number.NaN) })).toThrow(RangeError);
});

test('contributions to a total add up to its change', () => {
  const { change, contributions, growthPoints } = countChange(
    Float64Array.of(50, 50, 0),
    Float64Array.of(70, 45, 5),
  );
  expect(change).toBe(20);
  expect([...contributions]).toEqual([20, -5, 5]);
  expect([...growthPoints]).toEqual([0.2, -0.05, 0.05]);
  expect([...countChange(Float64Array.of(0), Float64Array.of(4)).growthPoints]).toEqual([Number.NaN]);
  expect(() => countChange(Float64Array.of(1), Float64Array.of(1, 2))).toThrow(RangeError);
});

import { expect, test } from 'vitest';
import type { MonthRow } from './rows.ts';
import { rateScale } from './scales.ts';

const rows = (...rates: [numerator: number, denominator: number][]): MonthRow[] =>
  rates.map(
    ([numerator, denominator]) =>
      ({ rates: [{ numerator, denominator, rate: numerator / denominator }] }) as unknown as MonthRow,
  );

test('one unit with enough orders is no scale for all the others', () => {
  const { low, high } = rateScale(rows([33, 40], [1, 2], [4, 4], [0, 1]), 0, 30);
  expect([low, high]).toEqual([0, 1]);
});

test('where enough units have enough orders, those with few do not stretch the scale', () => {
  const enough: [number, number][] = [97, 96, 95, 94, 93].map((numerator) => [numerator, 100]);
  const { low, high } = rateScale(rows(...enough, [0, 1]), 0, 30);
  expect(low).toBeCloseTo(0.92, 9);
  expect(high).toBeCloseTo(0.98, 9);
});

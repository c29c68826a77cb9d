import { expect, test } from 'vitest';
import { gapRange, monthNumber, piecesOf, rangeOf, ticksOf } from './effectScales.ts';

test('a line breaks at months that are left out and at those not known', () => {
  const months = ['2025-11', '2025-12', '2026-02', '2026-03', '2026-04'];
  expect(piecesOf(months, [1, 2, 3, null, 5])).toEqual([
    [
      { at: 0, value: 1 },
      { at: 1, value: 2 },
    ],
    [{ at: 3, value: 3 }],
    [{ at: 5, value: 5 }],
  ]);
  expect(monthNumber('2026-01') - monthNumber('2025-12')).toBe(1);
});

test('counts begin at 0, rates do not, and an axis of nothing still is one', () => {
  expect(rangeOf([40, 100, null], true)).toEqual({ low: 0, high: 105 });
  const rates = rangeOf([0.9, 0.98], false);
  expect([rates.low > 0.89, rates.low < 0.9, rates.high > 0.98]).toEqual([true, true, true]);
  expect(rangeOf([null], false)).toEqual({ low: 0, high: 1 });
});

test('the axis of gaps lies around 0 and is not stretched by one wild placebo', () => {
  const calm = Array.from({ length: 40 }, () => [0.1]);
  const { low, high } = gapRange([0.2, null], [...calm, [9]]);
  expect(low).toBe(-high);
  expect(high).toBeCloseTo(0.22, 10);
  expect(ticksOf({ low, high })).toEqual([-0.2, 0, 0.2]);
  expect(ticksOf({ low: 0, high: 105 })).toEqual([0, 50, 100]);
});

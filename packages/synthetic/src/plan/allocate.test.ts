import { expect, test } from 'vitest';
import { allocate, wheel } from './allocate.ts';
import { outcomesFor } from './outcomes.ts';
import { clockOf, partShares } from './rhythm.ts';

test('whole numbers in proportion to weights sum to the total', () => {
  expect(allocate(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(allocate(3, [0, 5, 1])).toEqual([0, 3, 0]);
  expect(() => allocate(3, [0, 0])).toThrow('sum above zero');
});

test('a wheel holds each index as often as it is likely, and never one without weight', () => {
  const turned = wheel([2, 0, 1, 1], 8, 0.5);
  expect(turned).toEqual([0, 0, 0, 0, 2, 2, 3, 3]);
});

test('over many wheels rare indices get their due', () => {
  const wheels = Array.from({ length: 1000 }, (_, at) => wheel([0.999, 0.001], 10, (at * 0.6180339887) % 1));
  const rare = wheels.flat().filter((index) => index === 1).length;
  expect(rare).toBeGreaterThan(5);
  expect(rare).toBeLessThan(15);
});

test('a clock runs from the first to the last second and is slow when many call', () => {
  const clock = clockOf(Array.from({ length: 24 }, (_, hour) => (hour === 9 ? 24 : 1)));
  expect(clock[0]).toBe(0);
  expect(clock.at(-1)).toBe(86_400);
  expect((clock[512] ?? 0) / 3600).toBeCloseTo(9.6, 1);
  expect(partShares(new Array(24).fill(1))).toEqual([9 / 24, 11 / 24, 4 / 24]);
});

test('the chances of a month give back its rates', () => {
  const rates = { resolution: 0.89, satisfaction: 0.92, notContacted: 0.01 };
  const { unresolved, dissatisfied_resolved, dissatisfied_unresolved } = outcomesFor(rates, 1.3);
  expect(1 - unresolved * 1.3).toBeCloseTo(0.89, 12);
  const satisfied = 0.89 * (1 - dissatisfied_resolved) + 0.11 * (1 - dissatisfied_unresolved);
  expect(satisfied).toBeCloseTo(0.92, 12);
});

import { expect, test } from 'vitest';
import { daysIn, difference, intersection, isIn, united } from './spans.ts';
import { type Period, shift } from './time.ts';

const days = Array.from({ length: 6 }, (_, number) => shift('2024-02-26', 'day', number));
const subsets = Array.from({ length: 64 }, (_, bits) => days.filter((_, at) => (bits >> at) & 1));
const spansOf = (some: readonly string[]): Period[] =>
  united(some.map((day) => ({ from: day, to: shift(day, 'day', 1) })));
const daysOf = (spans: readonly Period[]) => days.filter((day) => isIn(day, spans));

test('spans say the same as their days', () => {
  for (const some of subsets)
    for (const others of subsets) {
      const [a, b] = [spansOf(some), spansOf(others)];
      expect(daysOf(intersection(a, b))).toEqual(some.filter((day) => others.includes(day)));
      expect(daysOf(difference(a, b))).toEqual(some.filter((day) => !others.includes(day)));
      expect(difference(a, b)).toEqual(united(difference(a, b)));
      expect(daysIn(a)).toBe(some.length);
    }
});

test('spans that touch or overlap are one', () => {
  expect(
    united([
      { from: '2024-02-01', to: '2024-03-01' },
      { from: '2024-01-01', to: '2024-02-02' },
      { from: '2024-03-01', to: '2024-03-05' },
    ]),
  ).toEqual([{ from: '2024-01-01', to: '2024-03-05' }]);
});

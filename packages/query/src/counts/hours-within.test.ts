import { closingTimeEdges } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { hoursWithin } from './hours-within.ts';

const histogram = (counts: Record<number, number>) =>
  Array.from({ length: closingTimeEdges.length }, (_, index) => counts[index] ?? 0);
const edge = (index: number) => closingTimeEdges[index] ?? Number.NaN;

test('a quantile lies in the class where it is reached, whatever empty classes are below', () => {
  const hours = hoursWithin(histogram({ 0: 8, 30: 1 }), 0.9);
  expect(hours).toBeCloseTo(edge(30) + 0.1 * (edge(31) - edge(30)), 10);
});

test('reached at the end of a class it is the edge above; in the last class it is the edge below; of nothing there is none', () => {
  expect(hoursWithin(histogram({ 4: 5, 9: 5 }), 0.5)).toBeCloseTo(edge(5), 12);
  expect(hoursWithin(histogram({ 63: 7 }), 0.5)).toBe(edge(63));
  expect(hoursWithin([], 0.5)).toBeNull();
});

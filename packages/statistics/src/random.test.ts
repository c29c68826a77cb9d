import { expect, test } from 'vitest';
import { randomInteger, seededRandom } from './random.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const numbers = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
  expect(numbers(1)).toEqual(numbers(1));
  expect(numbers(1)).not.toEqual(numbers(2));
});

test('numbers fill the open interval evenly, from the first on, whatever the seed', () => {
  const first = Array.from({ length: 10_000 }, (_, seed) => seededRandom(seed)());
  const later = Array.from({ length: 10_000 }, seededRandom(7));
  for (const numbers of [first, later]) {
    expect(numbers.every((number) => number > 0 && number < 1)).toBe(true);
    for (const level of [0.1, 0.5, 0.9])
      expect(Math.abs(numbers.filter((number) => number < level).length / 10_000 - level)).toBeLessThan(0.02);
  }
});

test('streams of neighbouring seeds have nothing to do with one another', () => {
  const first = Array.from({ length: 10_001 }, (_, seed) => seededRandom(seed)() - 0.5);
  const products = first.slice(1).map((number, seed) => number * (first[seed] ?? 0));
  expect(Math.abs(products.reduce((sum, each) => sum + each, 0) / 10_000) * 12).toBeLessThan(0.04);
});

test('whole numbers are all met', () => {
  const random = seededRandom(1);
  expect([...new Set(Array.from({ length: 100 }, () => randomInteger(random, 3)))].sort()).toEqual([0, 1, 2]);
});

import { expect, test } from 'vitest';
import { expectation, poissonBand, probability, score, stepEnd } from './numbers.ts';

test('probabilities are never shown as zero', () => {
  expect(probability(0, 'en')).toBe('< 0.001');
  expect(probability(0.0123, 'en')).toBe('0.012');
  expect(probability(0.345, 'en')).toBe('0.35');
  expect(probability(null, 'en')).toBe('–');
});

test('next to nothing is not nothing', () => {
  expect([0, 0.03, 0.3, 3000].map((value) => expectation(value, 'en'))).toEqual([
    '0',
    '< 0.1',
    '0.3',
    '3,000',
  ]);
});

test('scores have a sign', () => {
  expect(score(3.42, 'en')).toBe('+3.4');
  expect(score(-1.25, 'en')).toBe('−1.3');
  expect(score(0.04, 'en')).toBe('0.0');
  expect(score(3, 'en')).toBe('+3.0');
});

test('the band of 100 expected reaches some 20 to either side', () => {
  const { low, high } = poissonBand(100);
  expect(low).toBeCloseTo(81.4, 1);
  expect(high).toBeCloseTo(120.6, 1);
  expect(poissonBand(0).low).toBe(0);
});

test('a step ends where the next begins', () => {
  expect(stepEnd('2024-11-01', 'quarter')).toBe('2025-02-01');
  expect(stepEnd('2024-12-30', 'week')).toBe('2025-01-06');
});

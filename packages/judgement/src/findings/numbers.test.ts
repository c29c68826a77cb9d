import { expect, test } from 'vitest';
import { apart, isLevel, percents, sizeOf, timesOf, written } from './numbers.ts';

test('numbers are written in one way: whole counts, three digits a day, one decimal of percent', () => {
  expect([written(26192, 'count'), written(0.4, 'count')]).toEqual(['26,192', '0']);
  expect([844.9, 99.96, 12.34, 0.944].map((value) => written(value, 'per_day'))).toEqual([
    ...['845', '100', '12.3', '0.94'],
  ]);
  expect(percents(0.9351)).toEqual({ en: '93.5\u00a0%', zh: '93.5%' });
});

test('all and none are said of all and none only', () => {
  expect([0.9999, 1, 0.0001, 0].map((share) => percents(share).zh)).toEqual([
    ...['99.99%', '100.0%', '0.01%', '0.0%'],
  ]);
  expect([sizeOf(-0.9999).zh, sizeOf(-1).zh, sizeOf(-0.025).zh, sizeOf(0.334).zh]).toEqual([
    ...['99.99%', '100%', '2.5%', '33%'],
  ]);
});

test('two shares that would look alike have as many decimals as tell them apart', () => {
  expect(apart(0.9744, 0.9736)).toEqual({ before: '97.44', now: { en: '97.36\u00a0%', zh: '97.36%' } });
  expect(apart(1, 0.935).before).toBe('100.0');
});

test('from five times on a rise is a multiple; less than a thousandth is none', () => {
  expect([timesOf(3.9), timesOf(4), timesOf(24.02)]).toEqual([null, '5.0', '25']);
  expect([isLevel(0.0004), isLevel(-0.0006)]).toEqual([true, false]);
});

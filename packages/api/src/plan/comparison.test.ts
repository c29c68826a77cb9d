import { expect, test } from 'vitest';
import { comparisonOf, counterpartOf } from './comparison.ts';

test('months are compared with the months before or a year before', () => {
  const period = { from: '2024-03-01', to: '2024-06-01' };
  expect(comparisonOf('previous', period, 'month')).toEqual({
    period: { from: '2023-12-01', to: '2024-03-01' },
    counted: { from: '2023-12-01', to: '2024-03-01' },
    move: { unit: 'month', amount: 3 },
  });
  expect(comparisonOf('year', period, 'quarter').move).toEqual({ unit: 'month', amount: 12 });
});

test('weeks are compared with weeks 52 before, so that Mondays meet', () => {
  const { period, move } = comparisonOf('year', { from: '2024-01-01', to: '2024-07-01' }, 'week');
  expect(period).toEqual({ from: '2023-01-02', to: '2023-07-03' });
  expect(move).toEqual({ unit: 'week', amount: 52 });
  expect(comparisonOf('previous', { from: '2024-03-01', to: '2024-04-01' }, 'week')).toMatchObject({
    period: { from: '2024-01-26', to: '2024-02-26' },
    move: { unit: 'week', amount: 5 },
  });
});

test('days are compared with the same date a year before; 29 February has none', () => {
  const { move } = comparisonOf('year', { from: '2024-01-01', to: '2025-01-01' }, 'day');
  expect(move).toEqual({ unit: 'year', amount: 1 });
  expect(counterpartOf('2024-02-28', move)).toBe('2023-02-28');
  expect(counterpartOf('2024-02-29', move)).toBeNull();
  expect(counterpartOf('2024-03-01', move)).toBe('2023-03-01');
});

test('days are compared one by one with those before; days without a counterpart are not counted', () => {
  const { period, counted, move } = comparisonOf('previous', { from: '2024-02-01', to: '2024-03-01' }, 'day');
  expect(period).toEqual({ from: '2024-01-01', to: '2024-02-01' });
  expect(counted).toEqual({ from: '2024-01-01', to: '2024-01-30' });
  expect(move).toEqual({ unit: 'day', amount: 31 });
});

test('another period is compared bucket by bucket from its beginning', () => {
  const named = { from: '2022-07-01', to: '2023-07-01' };
  const { counted, move } = comparisonOf(named, { from: '2024-01-01', to: '2024-04-01' }, 'month');
  expect(counted).toEqual({ from: '2022-07-01', to: '2022-10-01' });
  expect(move).toEqual({ unit: 'month', amount: 18 });
});

test('without a time axis everything of the compared period counts', () => {
  const named = { from: '2022-07-01', to: '2023-07-01' };
  expect(comparisonOf(named, { from: '2024-01-01', to: '2024-04-01' }, null).counted).toEqual(named);
});

test('a period that ends on 29 February keeps its last day a year before', () => {
  expect(comparisonOf('year', { from: '2024-02-01', to: '2024-02-29' }, 'day').period).toEqual({
    from: '2023-02-01',
    to: '2023-03-01',
  });
});

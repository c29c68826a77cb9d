import { expect, test } from 'vitest';
import { daysOf, hasDaysAround, isRunning, stepped } from './days.ts';

const known = { firstDay: '2023-01-10', completeTo: '2024-11-30' };

test('a month runs to the last whole day, and is the newest once half of it has passed', () => {
  expect(daysOf('month', '', known)).toEqual({ from: '2024-11-01', to: '2024-11-30' });
  expect(daysOf('month', '', { ...known, completeTo: '2024-11-05' })).toEqual({
    from: '2024-10-01',
    to: '2024-11-01',
  });
  expect(daysOf('month', '2024-02-17', known)).toEqual({ from: '2024-02-01', to: '2024-03-01' });
  expect(isRunning('month', daysOf('month', '', known))).toBe(true);
  expect(isRunning('month', daysOf('month', '2024-02-17', known))).toBe(false);
});

test('seven days and the newest day end with the last whole day', () => {
  expect(daysOf('week', '', known)).toEqual({ from: '2024-11-23', to: '2024-11-30' });
  expect(daysOf('now', '', known)).toEqual({ from: '2024-11-29', to: '2024-11-30' });
  expect(daysOf('week', '2031-01-01', known)).toEqual({ from: '2024-11-23', to: '2024-11-30' });
});

test('steps lead to the period before and after, and not out of the data', () => {
  const newest = daysOf('month', '', known);
  expect(stepped('month', newest, 1, known)).toBeNull();
  expect(stepped('month', newest, -1, known)).toBe('2024-10-01');
  expect(stepped('month', daysOf('month', '2023-01-15', known), -1, known)).toBeNull();
  expect(stepped('week', daysOf('week', '', known), -1, known)).toBe('2024-11-22');
  expect(stepped('week', daysOf('week', '2024-11-22', known), 1, known)).toBe('2024-11-29');
});

test('an address names days with data: those of other months are none', () => {
  const of = (on: string) => hasDaysAround(on as '', known);
  expect(['', '2024-11-30', '2023-01-02'].map(of)).toEqual([true, true, true]);
  expect(['2031-01-01', '2024-12-01', '2022-12-31'].map(of)).toEqual([false, false, false]);
});

import type { SchemeRules } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { monthOfDay, monthOfOrder } from './orderMonth.ts';

test('a month begins on its first day, or on one of the calendar month before', () => {
  expect(monthOfDay('2024-03-31', 1)).toBe('2024-03');
  expect(monthOfDay('2024-03-25', 26)).toBe('2024-03');
  expect(monthOfDay('2024-03-26', 26)).toBe('2024-04');
  expect(monthOfDay('2024-12-26', 26)).toBe('2025-01');
});

const scheme = (from: string, to: string | null, enters_by: SchemeRules['enters_by']) =>
  ({ name: from, from, to, enters_by, starts_on: 1 }) as SchemeRules;

test('the date that counts follows from the rules that are valid in its month', () => {
  const schemes = [scheme('2023-01', '2024-01', 'received'), scheme('2024-01', null, 'closed')];
  const dates = { received: '2023-12-30', closed: '2024-01-04', dispatched: '', visited: '' };
  expect(monthOfOrder({ schemes }, (date) => dates[date])?.month).toBe('2023-12');
  expect(monthOfOrder({ schemes: schemes.slice(1) }, (date) => dates[date])?.month).toBe('2024-01');
  expect(monthOfOrder({ schemes }, () => '')).toBeNull();
  expect(monthOfOrder({ schemes: [] }, (date) => dates[date])).toBeNull();
});

import type { Clause } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { concerns, overlaps } from './concerning.ts';

const district = (...values: string[]): Clause => ({ dimension: 'district', exclude: false, values });

test('a note of the whole city concerns every axis', () => {
  expect(concerns({ where: [] }, [])).toBe(true);
  expect(concerns({ where: [] }, [district('north')])).toBe(true);
});

test('a note of a district concerns that district, and not the city or another one', () => {
  const note = { where: ['district:north,south'] };
  expect(concerns(note, [district('north')])).toBe(true);
  expect(concerns(note, [])).toBe(false);
  expect(concerns(note, [district('north', 'west')])).toBe(false);
  expect(concerns(note, [{ ...district('north'), exclude: true }])).toBe(false);
});

test('the day after the last is not part of a note', () => {
  const note = { from: '2024-03-01', to: '2024-03-02' };
  expect(overlaps(note, { from: '2024-03-01', to: '2024-03-02' })).toBe(true);
  expect(overlaps(note, { from: '2024-03-02', to: '2024-03-09' })).toBe(false);
});

import type { Clause } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { clausesBut, selectionFor } from './crossfilter.ts';
import { isChosen, togglePath } from './path.ts';

const district = (...values: string[]): Clause => ({ dimension: 'district', exclude: false, values });
const phone: Clause = { dimension: 'channel', exclude: true, values: ['phone'] };
const year = { from: '2024-01-01', to: '2025-01-01' };
const march = { from: '2024-03-01', to: '2024-04-01' };

test('a view gets all clauses but its own', () => {
  const where = [district('1'), { dimension: 'subdistrict', exclude: false, values: ['11'] } as const, phone];
  expect(clausesBut(where, 'areas')).toEqual([phone]);
  expect(clausesBut(where, 'channel')).toEqual(where.slice(0, 2));
  expect(clausesBut(where, null)).toEqual(where);
});

test('the trend keeps its whole period while every other view follows the chosen span', () => {
  const state = { where: [phone], span: march, withoutRegimes: true };
  expect(selectionFor(state, year, ['pandemic'], 'span')).toEqual({
    where: [phone],
    ...year,
    withoutRegimes: ['pandemic'],
  });
  expect(selectionFor(state, year, ['pandemic'], 'topics')).toMatchObject(march);
});

test('choosing a value again takes it back, one level at a time', () => {
  const path = [
    { dimension: 'district', value: '1' },
    { dimension: 'subdistrict', value: '11' },
  ] as const;
  const chosen = togglePath([phone], path, 'areas');
  expect(chosen).toEqual([
    phone,
    district('1'),
    { dimension: 'subdistrict', exclude: false, values: ['11'] },
  ]);
  expect(isChosen(chosen, path, 'areas')).toBe(true);
  expect(isChosen(chosen, path.slice(0, 1), 'areas')).toBe(false);
  expect(togglePath(chosen, path, 'areas')).toEqual([phone, district('1')]);
  expect(togglePath([phone, district('1')], path.slice(0, 1), 'areas')).toEqual([phone]);
});

test('values of one level can be chosen together', () => {
  const add = (where: Clause[], value: string) =>
    togglePath(where, [{ dimension: 'district', value }], 'areas', true);
  const both = add(add([], '1'), '2');
  expect(both).toEqual([district('1', '2')]);
  expect(add(both, '1')).toEqual([district('2')]);
  expect(togglePath(both, [{ dimension: 'district', value: '1' }], 'areas')).toEqual([]);
});

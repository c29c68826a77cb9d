import type { Answer, Change } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { changeReach, roundUp, sortStrip, stripOf } from './stripRows.ts';

const answer = {
  meta: { columns: [{ name: 'district' }, { name: 'appeals' }, { name: 'per_10k_residents' }] },
  rows: [
    { district: '', appeals: 7, per_10k_residents: null },
    {
      district: 'a',
      appeals: 90,
      per_10k_residents: 3,
      resolution_rate_numerator: 38,
      resolution_rate_denominator: 40,
    },
    {
      district: 'b',
      appeals: 60,
      per_10k_residents: 9,
      resolution_rate_numerator: 9,
      resolution_rate_denominator: 10,
    },
    {
      district: 'c',
      appeals: 30,
      per_10k_residents: null,
      resolution_rate_numerator: 0,
      resolution_rate_denominator: 0,
    },
  ],
} as unknown as Answer;

const change = {
  meta: { level: 0.05 },
  groups: {
    group: ['a', 'b'],
    change: [-0.065, 0.2],
    change_lower: [-0.12, -0.3],
    change_upper: [-0.03, 0.5],
    mark: ['beyond_chance', 'too_few'],
  },
} as unknown as Change;

const strip = stripOf(answer, change, 'satisfaction_rate');
const sorted = (order: Parameters<typeof sortStrip>[1]) =>
  sortStrip(strip.rows, order, (code) => code, 'en').map(({ code }) => code);

test('districts and what has none add up to all', () => {
  expect([strip.unknown, strip.all, strip.rows.length]).toEqual([7, 187, 3]);
  expect(strip.rows[0]).toMatchObject({ volume: 3, level: { value: 0.95, cases: 40, tooFew: false } });
  expect(strip.rows[0]?.moved).toEqual({ amount: -0.065, lower: -0.12, upper: -0.03, mark: 'beyond_chance' });
});

test('of a month that is not final only what is beyond chance so far is told', () => {
  const open = {
    meta: { level: 0.05 },
    groups: { ...change.groups, mark: ['provisional', 'provisional'], q: [0.01, 0.3] },
  } as unknown as Change;
  expect(stripOf(answer, open, 'satisfaction_rate').rows.map(({ moved }) => moved?.mark)).toEqual([
    'provisional',
    'chance',
    undefined,
  ]);
});

test('no cases and too few cases are no value, and come last whichever way', () => {
  expect(strip.rows[2]?.level).toBeNull();
  expect([sorted('change'), sorted('-change')]).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ]);
  expect([sorted('volume'), sorted('-volume')]).toEqual([
    ['a', 'b', 'c'],
    ['b', 'a', 'c'],
  ]);
  expect(sorted('level')).toEqual(['a', 'b', 'c']);
  expect(sorted('-name')).toEqual(['c', 'b', 'a']);
});

test('the scale of changes reaches the largest that rests on enough', () => {
  expect(changeReach(strip.rows)).toBeCloseTo(0.08, 9);
  expect([roundUp(17.9), roundUp(0.062), roundUp(0)]).toEqual([20, 0.08, 1]);
});

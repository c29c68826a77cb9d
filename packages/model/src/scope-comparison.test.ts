import { expect, test } from 'vitest';
import type { Clause } from './filter.ts';
import { everything, type Scope } from './scope.ts';
import { contradicts, liesWithin, seesLess } from './scope-comparison.ts';

const only = (...values: string[]): Clause => ({ dimension: 'district', exclude: false, values });
const but = (...values: string[]): Clause => ({ dimension: 'district', exclude: true, values });
const within = (...clauses: Clause[]): Scope => ({ ...everything, clauses });

test.each<[Clause[], Clause[], boolean]>([
  [[], [only('a')], false],
  [[only('a')], [], false],
  [[only('a', 'b')], [only('b', 'c')], false],
  [[only('a')], [only('b')], true],
  [[only('a')], [but('a', 'b')], true],
  [[but('a')], [only('a')], true],
  [[but('a')], [only('a', 'b')], false],
  [[but('a')], [but('b')], false],
  [[{ ...only('a'), dimension: 'unit' }], [only('b')], false],
])('a note of %j is kept from those who see %j: %s', (place, clauses, expected) => {
  expect(contradicts(place, clauses)).toBe(expected);
});

test.each<[Clause[], Clause, boolean]>([
  [[], only('a'), false],
  [[only('a')], only('a', 'b'), true],
  [[only('a', 'b')], only('a'), false],
  [[only('a', 'b'), only('a')], only('a'), true],
  [[only('a')], but('b'), true],
  [[but('b')], only('a'), false],
  [[{ ...only('a'), dimension: 'unit' }], only('a'), false],
])('all of a place of %j satisfies %j: %s', (place, clause, expected) => {
  expect(liesWithin(place, clause)).toBe(expected);
});

test.each<[Scope | null, Scope | null, boolean]>([
  [everything, everything, false],
  [null, everything, true],
  [everything, null, false],
  [within(only('a')), everything, true],
  [everything, within(only('a')), false],
  [within(only('a', 'b')), within(only('a')), false],
  [within(only('a')), within(only('a', 'b')), true],
  [within(but('a')), within(only('b')), false],
  [within(but('a')), within(only('a', 'b')), true],
  [within(but('a')), within(but('a', 'b')), false],
  [within(only('a')), within(but('b')), true],
  [{ ...everything, texts: false }, everything, true],
  [{ ...everything, place: 8 }, { ...everything, place: 9 }, true],
  [{ ...everything, place: 9 }, { ...everything, place: 8 }, false],
  [{ ...everything, time: 'hour' }, everything, true],
])('%j sees less than %j: %s', (one, other, expected) => {
  expect(seesLess(one, other)).toBe(expected);
});

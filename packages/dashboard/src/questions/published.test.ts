import type { Query } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import type { Person, PersonScope } from '../screen/person.ts';
import { isPublished } from './published.ts';

const own: PersonScope = {
  clauses: [{ dimension: 'district', exclude: false, values: ['north'] }],
  texts: true,
  place: 'point',
  time: 'second',
  callers: 'hidden',
  published: ['district', 'month'],
  rankings: [],
};

const personOf = (scope: PersonScope | null): Person => ({
  name: 'one',
  displayName: 'One',
  role: { name: 'official', label: { en: 'Official' } },
  may: new Set(),
  scope,
  secondFactor: false,
  isOpen: false,
});

const asked: Query = {
  metrics: ['appeals'],
  by: ['district'],
  where: [],
  from: '2024-01-01',
  to: '2025-01-01',
  withoutRegimes: [],
  order: [],
  resolution: 8,
};

test('districts by whole months are published, and nothing finer', () => {
  const person = personOf(own);
  expect(isPublished(asked, person, '2025-01-15')).toBe(true);
  expect(isPublished({ ...asked, by: ['subdistrict'] }, person, '2025-01-15')).toBe(false);
  expect(isPublished({ ...asked, to: '2024-12-31' }, person, '2025-01-15')).toBe(false);
  expect(isPublished({ ...asked, q: 'heating' }, person, '2025-01-15')).toBe(false);
  expect(isPublished({ ...asked, metrics: ['repeat_share'] }, person, '2025-01-15')).toBe(false);
  expect(isPublished({ ...asked, withoutRegimes: ['flood'] }, person, '2025-01-15')).toBe(false);
  expect(isPublished(asked, person, '2024-12-30')).toBe(false);
  const topic = { dimension: 'topic1' as const, exclude: false, values: ['housing'] };
  expect(isPublished({ ...asked, where: [topic] }, person, '2025-01-15')).toBe(false);
});

test('who sees the whole city, or nothing, asks as usual', () => {
  expect(isPublished(asked, personOf({ ...own, clauses: [] }), '2025-01-15')).toBe(false);
  expect(isPublished(asked, personOf(null), '2025-01-15')).toBe(false);
});

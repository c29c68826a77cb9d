import type { MonthlyTopicCandidate } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { inOrder, isDescending, orderAfter, orderOf, orderSent } from './candidateColumns.ts';

const candidate = (topic: string, appeals: number, rate: number | null, months: number | null) =>
  ({
    topic,
    volume: { appeals, share: null },
    resolution: { rate, mark: rate === null ? 'too_few' : 'chance' },
    season: { months_to_peak: months, in_season: months === null ? null : months === 0 },
  }) as unknown as MonthlyTopicCandidate;

const all = [
  candidate('noise', 10, 0.9, 3),
  candidate('heating', 30, 0.5, 0),
  candidate('parking', 20, null, null),
];
const codes = (sent: string) => inOrder(all, orderOf(sent), (topic) => topic).map(({ topic }) => topic);

test('an address names a column and a direction, and a word it does not know is volume', () => {
  expect(codes('')).toEqual(['heating', 'parking', 'noise']);
  expect(codes('-volume')).toEqual(['noise', 'parking', 'heating']);
  expect(codes('topic')).toEqual(['heating', 'noise', 'parking']);
  expect(codes('score')).toEqual(codes(''));
});

test('low resolution and a season that is here come first, what is not known last both ways', () => {
  expect(codes('resolution')).toEqual(['heating', 'noise', 'parking']);
  expect(codes('-resolution')).toEqual(['noise', 'heating', 'parking']);
  expect(codes('season')).toEqual(['heating', 'noise', 'parking']);
  expect(codes('-season')).toEqual(['noise', 'heating', 'parking']);
});

test('a second click turns a column round, and the address comes back as it was', () => {
  const once = orderAfter(orderOf(''), 'resolution');
  expect([orderSent(once), isDescending(once)]).toEqual(['resolution', false]);
  const twice = orderAfter(once, 'resolution');
  expect([orderSent(twice), isDescending(twice)]).toEqual(['-resolution', true]);
  expect(orderSent(orderAfter(twice, 'resolution'))).toBe('resolution');
  expect(orderSent(orderOf('volume'))).toBe('');
});

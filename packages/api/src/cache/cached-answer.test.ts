import { everything, parseCanonical, type RawParameters } from '@hotline-atlas/model';
import { historyOf } from '@hotline-atlas/query';
import { publication } from '@hotline-atlas/query/testing';
import { expect, test } from 'vitest';
import { cacheKeyOf } from './cached-answer.ts';

const history = historyOf(publication, 'UTC');
const keyOf = (raw: RawParameters) =>
  cacheKeyOf(
    parseCanonical({ metrics: ['appeals'], ...raw }, []).canonical,
    everything,
    history,
    'application/json',
  );

test.each([
  ['topic1:\\!housing', 'topic1:!housing'],
  ['topic1:a\\,b', 'topic1:a,b'],
  ['topic1:a', 'topic1:a,'],
  ['topic1:\\\\,a', 'topic1:\\,a'],
])('the values %j and %j never share an answer', (one, other) => {
  expect(keyOf({ where: [one] })).not.toBe(keyOf({ where: [other] }));
});

test('a question shares its answer with itself, in whatever order it is written', () => {
  expect(keyOf({ where: ['topic1:a,b', 'unit:u'] })).toBe(keyOf({ where: ['unit:u', 'topic1:b,a,b'] }));
});

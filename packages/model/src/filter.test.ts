import { expect, test } from 'vitest';
import { type Clause, encodeClause, splitClause } from './filter.ts';

const characters = ['', '!', ',', '\\', 'a', '供', '"'];
/** Every text of up to three of the characters that could be mistaken, and a few others. */
const texts = [
  ...new Set(characters.flatMap((a) => characters.flatMap((b) => characters.map((c) => `${a}${b}${c}`)))),
];

test('what is written is read again, whatever the values are', () => {
  for (const exclude of [false, true])
    for (const first of texts)
      for (const others of [[], [''], ['!b', ''], ['\\'], [',', first]]) {
        const clause: Clause = { dimension: 'topic1', exclude, values: [first, ...others] };
        expect(splitClause(encodeClause(clause)), encodeClause(clause)).toEqual(clause);
      }
});

test('two conditions are never written alike', () => {
  const written = [false, true].flatMap((exclude) =>
    texts.map((value) => encodeClause({ dimension: 'topic1', exclude, values: [value] })),
  );
  expect(new Set(written).size).toBe(written.length);
});

test('an exclamation mark that is escaped is part of the value', () => {
  expect(splitClause('topic1:\\!x')).toEqual({ dimension: 'topic1', exclude: false, values: ['!x'] });
  expect(splitClause('topic1:!x,')).toEqual({ dimension: 'topic1', exclude: true, values: ['x', ''] });
  expect(splitClause('topic1:a\\,')).toEqual({ dimension: 'topic1', exclude: false, values: ['a,'] });
  expect(splitClause('topic1:a\\')).toEqual({ dimension: 'topic1', exclude: false, values: ['a\\'] });
});

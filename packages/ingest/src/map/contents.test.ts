import { contents, sourceFieldNames } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { groupContents } from './contents.ts';

const fieldsOf = (sets: string[][]) =>
  groupContents(sets).map(({ contents: of, always }) => [always, of.map(({ field }) => field)]);
const every = contents.map(({ field }) => field);

test('what all loads say, or none says, is one group; the rest is parted by who says it', () => {
  const full = ['id', 'received', 'status', 'text', 'topic1'];
  expect(fieldsOf([])).toEqual([[true, every]]);
  expect(fieldsOf([full])).toEqual([[true, every]]);
  expect(fieldsOf([full, ['id', 'received', 'status']])).toEqual([
    [true, every.filter((field) => !['topic1', 'text'].includes(field))],
    [false, ['topic1', 'text']],
  ]);
});

test('a load of an earlier release speaks of everything', () => {
  const groups = fieldsOf([[], ['id', 'received', 'status']]);
  expect(groups).toEqual([
    [true, ['received', 'status']],
    [false, every.filter((field) => !['received', 'status'].includes(field))],
  ]);
});

test('every field a source can fill is content, but what tells versions apart, and a point, which is two numbers', () => {
  const held = contents.flatMap(({ columns }) => columns);
  expect([...held, 'id', 'updated'].sort()).toEqual(
    sourceFieldNames.filter((field: string) => field !== 'point').sort(),
  );
});

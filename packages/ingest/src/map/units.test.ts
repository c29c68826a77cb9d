import { fieldNames } from '@hotline-atlas/city';
import { expect, test } from 'vitest';
import { groupUnits, units } from './units.ts';

const fieldsOf = (sets: string[][]) =>
  groupUnits(sets).map(({ units: of, always }) => [always, of.map(({ field }) => field)]);
const every = units.map(({ field }) => field);

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

test('every field a source can fill is of a unit, but what tells versions apart, and a point, which is two numbers', () => {
  const held = units.flatMap(({ columns }) => columns);
  expect([...held, 'id', 'updated'].sort()).toEqual(
    fieldNames.filter((field: string) => field !== 'point').sort(),
  );
});

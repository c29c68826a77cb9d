import type { ClassRule } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { classesOf } from './classes.ts';

const label = { en: 'Class' };
const rules: ClassRule[] = [
  { name: 'rectify', label, movement: ['worse'] },
  { name: 'governed', label, volume: 'high' },
  { name: 'advanced', label, volume: 'low' },
];

test('the first rule that fits', () => {
  expect(classesOf(rules, Float64Array.of(10, 20, 30), ['same', 'worse', 'better'])).toEqual([
    'advanced',
    'rectify',
    'governed',
  ]);
});

test('a unit whose movement nobody knows is not put into the class after one that asks for it', () => {
  expect(classesOf(rules, Float64Array.of(0, 0, 30), [null, null, null])).toEqual([null, null, null]);
  const byVolume = [...rules.slice(1), ...rules.slice(0, 1)];
  expect(classesOf(byVolume, Float64Array.of(10, 20, 30), [null, null, null])).toEqual([
    'advanced',
    'advanced',
    'governed',
  ]);
});

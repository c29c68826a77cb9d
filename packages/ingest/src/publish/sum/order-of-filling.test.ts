import { expect, test } from 'vitest';
import { levelsOf } from './order-of-filling.ts';

test('a rollup is filled after those it is made from, wherever it is named', () => {
  const statements = new Map([
    ['rollup_district', 'SELECT 1 FROM rollup_area'],
    ['rollup_cell', 'SELECT 1 FROM appeal'],
    ['rollup_area', 'SELECT 1 FROM rollup_topic'],
    ['rollup_topic', 'SELECT 1 FROM appeal JOIN (SELECT 2 FROM rollup_elsewhere)'],
  ]);
  expect(levelsOf(statements)).toEqual([
    ['rollup_cell', 'rollup_topic'],
    ['rollup_area'],
    ['rollup_district'],
  ]);
});

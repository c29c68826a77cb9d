import { expect, test } from 'vitest';
import { rollupsBefore } from './rollups-before.ts';

const rollups = [
  { name: 'rollup_first', later: false },
  { name: 'rollup_later', later: true },
];
const version = (later: number[]) => ({
  rows: { appeal: [5, 7], rollup_first: [2, 3], rollup_later: later },
});
const many = 5_000_000;

test('a first history counts before all of its rollups are filled', () => {
  expect(rollupsBefore(rollups, null, many)).toEqual(['rollup_first']);
  expect(rollupsBefore(rollups, version([4, 0]), many)).toEqual(['rollup_first']);
  expect(rollupsBefore(rollups, { rows: { appeal: [5], rollup_first: [2] } }, many)).toEqual([
    'rollup_first',
  ]);
});

test('no load makes questions wait that had their rollup before; few appeals have all at once', () => {
  expect(rollupsBefore(rollups, version([4, 6]), many)).toEqual(['rollup_first', 'rollup_later']);
  expect(rollupsBefore(rollups, null, 1000)).toEqual(['rollup_first', 'rollup_later']);
});

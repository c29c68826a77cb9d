import { cellToChildren, getPentagons, gridDisk, latLngToCell } from 'h3-js';
import { expect, test } from 'vitest';
import { h3Rings } from './h3-rings.ts';
import { islands } from './neighbours.ts';

const centre = latLngToCell(48.78, 9.18, 8);

test('joins the six cells about a cell, and only cells of the study area', () => {
  const disk = gridDisk(centre, 1);
  const { offsets, neighbours } = h3Rings(disk);
  const sizes = disk.map((_, place) => (offsets[place + 1] ?? 0) - (offsets[place] ?? 0));
  expect(sizes).toEqual(disk.map((cell) => (cell === centre ? 6 : 3)));
  const names = [...neighbours.subarray(offsets[0], offsets[1])].map((place) => disk[place] ?? '');
  expect(names.every((name) => gridDisk(disk[0] ?? '', 1).includes(name))).toBe(true);
});

test('two rings hold eighteen others', () => {
  const { offsets } = h3Rings(gridDisk(centre, 4), 2);
  expect((offsets[1] ?? 0) - (offsets[0] ?? 0)).toBe(18);
});

test('a pentagon has five neighbours, and a far cell is an island', () => {
  const [pentagon = ''] = getPentagons(8);
  const cells = [...gridDisk(pentagon, 1), centre];
  const weights = h3Rings(cells);
  const place = cells.indexOf(pentagon);
  expect((weights.offsets[place + 1] ?? 0) - (weights.offsets[place] ?? 0)).toBe(5);
  expect([...islands(weights)]).toEqual([cells.length - 1]);
});

test('refuses a cell that comes twice', () => {
  expect(() => h3Rings([centre, centre])).toThrow(RangeError);
});

test('takes 10^5 cells', () => {
  const cells = cellToChildren(latLngToCell(48.78, 9.18, 4), 10).slice(0, 100_000);
  const { offsets, neighbours } = h3Rings(cells);
  expect(offsets).toHaveLength(100_001);
  expect(neighbours.length).toBeGreaterThan(590_000);
}, 60_000);

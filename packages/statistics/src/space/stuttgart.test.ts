import { gridDisk } from 'h3-js';
import { expect, test } from 'vitest';
import { referenceRows } from '../reference-data.ts';
import { getisOrdStar } from './getis-ord-local.ts';
import { h3Rings } from './h3-rings.ts';
import { globalMoran } from './moran-global.ts';

/** Reports of six years by cell, resolution 8, empty cells between them included. */
function reportsByCell(): { cells: string[]; counts: Float64Array } {
  const [, ...rows] = referenceRows('stuttgart-reports-by-cell.csv');
  const reports = new Map(rows.map(([cell = '', count]) => [cell, Number(count)]));
  const cells = [...new Set([...reports.keys()].flatMap((cell) => gridDisk(cell, 1)))];
  return { cells, counts: Float64Array.from(cells, (cell) => reports.get(cell) ?? 0) };
}

test('real reports of Stuttgart: Gi* and Moran agree with the full matrix', () => {
  const { cells, counts } = reportsByCell();
  const values = [...counts];
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const disks = cells.map((cell) => new Set(gridDisk(cell, 1)));
  let [products, links] = [0, 0];
  const scores = cells.map((cell, place) => {
    let [sum, size] = [0, 0];
    cells.forEach((other, index) => {
      if (!disks[place]?.has(other)) return;
      sum += values[index] ?? 0;
      size++;
      if (other === cell) return;
      products += ((values[place] ?? 0) - mean) * ((values[index] ?? 0) - mean);
      links++;
    });
    return (sum - mean * size) / (Math.sqrt(squares / n) * Math.sqrt((n * size - size ** 2) / (n - 1)));
  });
  expect(n).toBeGreaterThan(300);
  const neighbours = h3Rings(cells);
  getisOrdStar(counts, neighbours).z.forEach((z, place) => {
    expect(z).toBeCloseTo(scores[place] ?? Number.NaN, 9);
  });
  const { value, z } = globalMoran(counts, neighbours);
  expect(value).toBeCloseTo(((n / links) * products) / squares, 10);
  expect(z).toBeGreaterThan(10);
});

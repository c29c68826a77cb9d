import { poissonDraw, seededRandom } from '@hotline-atlas/statistics';
import { expect, test } from 'vitest';
import type { GrowthCounts } from './gathered.ts';
import { type GrowthInput, judgeGrowth } from './judge.ts';

const periods = 9;

/** A table of counts by row, column and period, all periods alike. */
function tableOf(
  rows: number,
  columns: number,
  count: (row: number, column: number, period: number) => number,
  season?: GrowthCounts['season'],
): GrowthInput {
  const cells = Array.from({ length: rows * columns }, (_, at) => [Math.floor(at / columns), at % columns]);
  return {
    rows: Array.from({ length: rows }, (_, at) => `row-${at}`),
    columns: Array.from({ length: columns }, (_, at) => `column-${at}`),
    row: Int32Array.from(cells, ([row]) => row ?? 0),
    column: Int32Array.from(cells, ([, column]) => column ?? 0),
    counts: Float64Array.from({ length: cells.length * periods }, (_, at) => {
      const [row = 0, column = 0] = cells[Math.floor(at / periods)] ?? [];
      return count(row, column, at % periods);
    }),
    days: new Float64Array(periods).fill(30),
    season: season ?? {
      years: 0,
      counts: new Float64Array(columns * periods),
      days: new Float64Array(periods),
    },
    ...{ fewest: 5, fewestPeriods: 3, fewestNew: 5, level: 0.05, mostRows: 400, mostColumns: 8 },
  };
}

/** Counts around a mean of each cell; with some spread of the days besides chance. */
function clean(seed: number, spread: number) {
  const random = seededRandom(seed);
  const draw = poissonDraw(random);
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const means = Array.from({ length: 20 * 25 }, () => 4 * Math.exp(1.2 * normal()));
  return (row: number, column: number) =>
    draw((means[row * 25 + column] ?? 1) * Math.exp(spread * normal() - spread ** 2 / 2));
}

test.each([
  ['chance alone', 0],
  ['chance and a spread of a fifth', 0.2],
])('tables in which nothing grew tell of it in one of twenty at the most: %s', (_, spread) => {
  const tables = 40;
  const wrong = Array.from({ length: tables }, (_table, seed) =>
    judgeGrowth(tableOf(20, 25, clean(seed + 1, spread))),
  );
  // Each finding is false: their share is 1 in a table that tells any. Of 40 tables two may be expected.
  expect(wrong.filter(({ found }) => found > 0).length / tables).toBeLessThan(0.15);
  expect(wrong.every(({ tested }) => tested > 300)).toBe(true);
});

test('planted cells are found, told first, and little besides', () => {
  let [told, false_, planted] = [0, 0, 0];
  for (let seed = 101; seed <= 110; seed++) {
    const count = clean(seed, 0.2);
    const table = tableOf(20, 25, (row, column, period) => {
      const usual = count(row, column);
      return period === 0 && column === 20 && row < 5 ? usual * 3 + 10 : usual;
    });
    const { findings, columns } = judgeGrowth(table);
    const right = findings.filter(({ row, column }) => column === 20 && row < 5);
    planted += right.length;
    told += findings.length;
    false_ += findings.length - right.length;
    expect(columns[0]).toBe(20);
  }
  expect(planted).toBeGreaterThan(40);
  expect(false_ / told).toBeLessThan(0.05);
});

test('a season that comes every year is no growth; without earlier years it is told', () => {
  const draw = poissonDraw(seededRandom(8));
  const mean = (period: number) => (period === 0 ? 60 : 20);
  const count = (_row: number, column: number, period: number) => draw(column === 0 ? mean(period) : 20);
  const counts = Float64Array.from({ length: 3 * periods }, (_, at) =>
    at < periods ? 20 * 2 * mean(at % periods) : 20 * 2 * 20,
  );
  const known = { years: 2, counts, days: new Float64Array(periods).fill(60) };
  const told = (table: GrowthInput) =>
    judgeGrowth(table).findings.filter(({ column }) => column === 0).length;
  expect(told(tableOf(20, 3, count, known))).toBe(0);
  expect(told(tableOf(20, 3, count))).toBe(20);
});

test('rests are the sum of what is not shown, and are not judged; unknown ones are among them', () => {
  const table = tableOf(4, 5, (row, column) => 10 * row + column);
  table.rows[3] = '';
  const { rows, columns, rowTotals, columnTotals, cells, whole, unknown } = judgeGrowth({
    ...table,
    ...{ mostRows: 2, mostColumns: 3 },
  });
  expect([rows, columns]).toEqual([
    [2, 1],
    [4, 3, 2],
  ]);
  expect(rowTotals.now).toEqual([110, 60, 10 + 160]);
  expect(columnTotals.now).toEqual([76, 72, 68, 64 + 60]);
  expect(cells.now).toEqual([24, 23, 22, 41, 14, 13, 12, 21, 38, 36, 34, 62]);
  expect(cells.mark.map((mark) => mark === null)).toEqual(
    [0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1, 1].map((rest) => rest === 1),
  );
  expect(whole.now).toEqual([340]);
  expect(unknown).toEqual({ rows: 160, columns: 0 });
  cells.usual.forEach((usual, at) => {
    expect(usual).toBeCloseTo(cells.now[at] ?? 0, 5);
  });
});

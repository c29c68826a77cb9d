import { generationOfAll, generationOfYear } from '@hotline-atlas/clickhouse';
import { expect, test } from 'vitest';
import { yearsThatStay } from '../tables/years.ts';
import { missingTogether, missingYears } from './missing-years.ts';

const month = (load: number, year: number, of: number) => load * 4096 + (year - 1900) * 12 + of - 1;
const generations = [
  month(1, 2023, 1),
  month(2, 2023, 2),
  month(3, 2023, 2),
  month(1, 2024, 1),
  month(1, 2024, 2),
  month(1, 2025, 1),
];
const appeal = generations.map(() => 1_000_000);
const now = new Date('2025-06-01T00:00:00Z');
const summedUpAt = (year: number, moment: string) => new Map([[year, new Date(moment)]]);
const missing = (years: number[], occasion = {}, cells = years.map(() => 5)) => {
  const rows = { appeal, rollup_year_cell: cells };
  const found = missingYears({ generations, years, rows }, ['rollup_year_cell'], {
    now,
    summedUp: new Map(),
    ...occasion,
  });
  return found.map(({ year }) => year);
};

test('years that are not summed up yet are missing, the one under way too, unless the history is small', () => {
  expect(missing([])).toEqual([2023, 2024, 2025]);
  expect(missing([generationOfYear(9, 2023)])).toEqual([2024, 2025]);
  expect(missing([], { worthwhile: 6_000_000 })).toEqual([2023, 2024, 2025]);
  expect(missing([], { worthwhile: 6_000_001 })).toEqual([]);
});

test('a year that was changed rests for twenty times what it takes to sum up', () => {
  const [half, whole] = ['2025-05-31T23:58:01Z', '2025-05-31T23:58:00Z'];
  expect(missing([], { summedUp: summedUpAt(2025, half) })).toEqual([2023, 2024]);
  expect(missing([], { summedUp: summedUpAt(2025, whole) })).toEqual([2023, 2024, 2025]);
  expect(missing([], { summedUp: summedUpAt(2023, half) })).toEqual([2024, 2025]);
});

test('a year that is not in a table of years yet is missing, however short its rest', () => {
  const years = [2023, 2024, 2025].map((year) => generationOfYear(9, year));
  const summedUp = summedUpAt(2024, '2025-06-01T00:00:00Z');
  expect(missing(years, { summedUp })).toEqual([]);
  expect(missing(years, { summedUp }, [5, 0, 5])).toEqual([2024]);
  expect(missing(years, {}, [])).toEqual([2023, 2024, 2025]);
});

test('years are missing together until each is summed up and all of them are', () => {
  const [first = 0, second = 0, third = 0] = [2023, 2024, 2025].map((year) => generationOfYear(9, year));
  const together = (years: number[], fresh: number[], cells = years.map(() => 5)) =>
    missingTogether(
      { generations, years, rows: { appeal, rollup_year_cell: cells } },
      ['rollup_year_cell'],
      ['rollup_year_cell'],
      fresh,
    );
  expect(together([], [first, second])).toBeNull();
  expect(together([], [first, second, third])).toEqual([first, second, third]);
  expect(together([first, second, third], [])).toEqual([first, second, third]);
  expect(together([first, second, third, generationOfAll(9)], [])).toBeNull();
  expect(together([first, second, third, generationOfAll(9)], [], [5, 5, 5, 0])).toEqual([
    first,
    second,
    third,
  ]);
  const anew = generationOfYear(12, 2024);
  expect(together([first, second, third, generationOfAll(9)], [anew])).toEqual([first, third, anew]);
});

test('years are together without the tables that list times to close', () => {
  const years = [...[2023, 2024, 2025].map((year) => generationOfYear(9, year)), generationOfAll(9)];
  const rows = { appeal, rollup_year_cell: [5, 5, 5, 5], rollup_year_topic2_cell9: [5, 5, 5, 0] };
  const tables = ['rollup_year_cell', 'rollup_year_topic2_cell9'];
  const missing = (together: string[]) => missingTogether({ generations, years, rows }, tables, together, []);
  expect(missing(['rollup_year_cell'])).toBeNull();
  expect(missing(tables)).toEqual(years.slice(0, 3));
});

test('a year of which another version has other generations does not stay', () => {
  const years = [generationOfYear(9, 2023), generationOfYear(9, 2024)];
  const before = { generations, years };
  expect(yearsThatStay(before, [...generations].reverse())).toEqual(years);
  expect(yearsThatStay(before, [...generations, month(7, 2024, 5)])).toEqual([years[0]]);
  expect(yearsThatStay(before, [...generations.slice(1), month(7, 2023, 1)])).toEqual([years[1]]);
  expect(yearsThatStay(null, generations)).toEqual([]);
  const together = [...years, generationOfAll(9)];
  expect(yearsThatStay({ generations, years: together }, [...generations].reverse())).toEqual(together);
  expect(yearsThatStay({ generations, years: together }, [...generations, month(7, 2026, 1)])).toEqual(years);
});

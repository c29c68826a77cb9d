import { generationOfYear } from '@hotline-atlas/clickhouse';
import { expect, test } from 'vitest';
import { missingYears } from './complete-years.ts';
import { yearsThatStay } from './years.ts';

const month = (load: number, year: number, of: number) => load * 4096 + (year - 1900) * 12 + of - 1;
const generations = [
  month(1, 2023, 1),
  month(2, 2023, 2),
  month(3, 2023, 2),
  month(1, 2024, 1),
  month(1, 2024, 2),
  month(1, 2025, 1),
];
const appeal = generations.map(() => 1_000);
const moment = new Date('2025-06-01T00:00:00Z');
const missing = (years: number[], worthwhile = 2_000, cells = years.map(() => 5)) => {
  const rows = { appeal, rollup_year_cell: cells };
  const found = missingYears({ generations, years, rows }, ['rollup_year_cell'], moment, worthwhile);
  return found.map(({ year }) => year);
};

test('years that are over, are large enough and are not summed up yet are missing', () => {
  expect(missing([])).toEqual([2023, 2024]);
  expect(missing([generationOfYear(9, 2023)])).toEqual([2024]);
  expect(missing([], 3_000)).toEqual([2023]);
  expect(missing([], 1_000_000)).toEqual([]);
});

test('a year that is not in a table of years yet is missing', () => {
  const years = [generationOfYear(9, 2023), generationOfYear(9, 2024)];
  expect(missing(years)).toEqual([]);
  expect(missing(years, 2_000, [5, 0])).toEqual([2024]);
  expect(missing(years, 2_000, [])).toEqual([2023, 2024]);
});

test('a year of which another version has other generations does not stay', () => {
  const years = [generationOfYear(9, 2023), generationOfYear(9, 2024)];
  const before = { generations, years };
  expect(yearsThatStay(before, [...generations].reverse())).toEqual(years);
  expect(yearsThatStay(before, [...generations, month(7, 2024, 5)])).toEqual([years[0]]);
  expect(yearsThatStay(before, [...generations.slice(1), month(7, 2023, 1)])).toEqual([years[1]]);
  expect(yearsThatStay(null, generations)).toEqual([]);
});

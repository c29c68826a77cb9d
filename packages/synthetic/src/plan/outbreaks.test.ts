import { fileURLToPath } from 'node:url';
import { readCity } from '@hotline-atlas/city';
import { expect, test, vi } from 'vitest';
import { readCalibration } from '../calibration.ts';
import { planHistory } from './history.ts';
import { outbreakRows } from './outbreak-arrays.ts';

/** Planning years takes seconds where others work too. */
vi.setConfig({ testTimeout: 60_000 });

const city = readCity(fileURLToPath(new URL('../../../../cities', import.meta.url)), 'beijing');
const calibration = readCalibration();
const plan = (appeals: number) =>
  planHistory(city, calibration, { appeals, from: '2019-01', to: '2025-01', seed: 7 });
const history = plan(2_000_000);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

test('every outbreak has its rows: as many as planned, each once, on its days', () => {
  const rows = history.months.flatMap((month) =>
    outbreakRows(history, month).map((row) => ({ ...row, month: month.month })),
  );
  expect(new Set(rows.map(({ month, row }) => `${month} ${row}`)).size).toBe(rows.length);
  history.outbreaks.forEach(({ days, appeals }, at) => {
    const own = rows.filter(({ outbreak }) => outbreak === at + 1);
    const counted = days.map(({ date }) => own.filter((row) => row.date === date).length);
    expect(counted).toEqual(days.map(({ appeals }) => appeals));
    expect(own.length).toBe(appeals);
  });
});

test('outbreaks stand out in a small history as in a large one, and are few dozen', () => {
  for (const { outbreaks } of [history, plan(150_000_000)]) {
    expect(outbreaks.length).toBeGreaterThan(40);
    for (const { appeals: extra, baseline } of outbreaks)
      expect(extra / Math.sqrt(baseline.topic1 + 1)).toBeGreaterThan(2);
  }
});

test('a history too small for outbreaks has fewer, and never more than their share', () => {
  const { outbreaks, months } = plan(5000);
  expect(sum(outbreaks.map(({ appeals }) => appeals))).toBeLessThanOrEqual(100);
  expect(sum(months.map(({ appeals }) => appeals))).toBe(5000);
});

test('the heating plant fails in the cold, the building site begins in the warm months', () => {
  const { outbreaks } = history;
  const beginnings = (kind: string) =>
    outbreaks.filter((each) => each.kind === kind).map(({ days }) => Number(days[0]?.date.slice(5, 7)));
  expect(beginnings('heating_plant').every((month) => month >= 11 || month <= 2)).toBe(true);
  expect(beginnings('building_site').every((month) => month >= 3 && month <= 9)).toBe(true);
});

import { fileURLToPath } from 'node:url';
import { readCity } from '@hotline-atlas/city';
import { expect, test, vi } from 'vitest';
import { readCalibration } from '../calibration.ts';
import { differentCallers, poolFor } from './callers.ts';
import { fingerprintOf, type HistoryParameters, planHistory } from './history.ts';
import { consultationShare } from './kinds.ts';
import { monthPlanner } from './month-plan.ts';
import { holds, spotsOf } from './spots.ts';
import { monthConsultations, topicWeights } from './subject-arrays.ts';

/** Planning years takes seconds where others work too. */
vi.setConfig({ testTimeout: 60_000 });

const city = readCity(fileURLToPath(new URL('../../../../cities', import.meta.url)), 'beijing');
const calibration = readCalibration();
const plan = (parameters: Partial<HistoryParameters> = {}) =>
  planHistory(city, calibration, {
    appeals: 2_000_000,
    from: '2019-01',
    to: '2025-01',
    seed: 1,
    ...parameters,
  });
const history = plan();
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

test('a history has exactly the appeals asked for, and each year its published share of them', () => {
  expect(sum(history.months.map(({ appeals }) => appeals))).toBe(2_000_000);
  const published = Object.entries(calibration.published.received);
  const all = sum(published.map(([, { millions }]) => millions));
  for (const [year, { millions }] of published) {
    expect((history.years.get(Number(year)) ?? 0) / 2_000_000).toBeCloseTo(millions / all, 4);
  }
});

test('the ten topics of 2020 have their published shares and no other first level is more frequent', () => {
  const months = history.months.filter(({ month }) => month.startsWith('2020'));
  const shares = new Map<string, number>();
  months.map(topicWeights).forEach((weights) => {
    weights.forEach((weight, at) => {
      const first = history.topics[at]?.line.at(-1) ?? '';
      shares.set(first, (shares.get(first) ?? 0) + (100 * weight) / 11.04);
    });
  });
  const firsts = Object.entries(calibration.topics.topics).filter(([code]) => !code.includes('.'));
  for (const [code, { published }] of firsts) {
    const wanted = calibration.published.topics_2020[published ?? ''];
    if (wanted !== undefined) expect(shares.get(code)).toBeCloseTo(wanted, 6);
    else if (code !== 'other') expect(shares.get(code)).toBeLessThan(3.18);
  }
  expect(sum([...shares.values()])).toBeCloseTo(100, 6);
});

test('of every month as many appeals are questions as leave the published share of orders', () => {
  const month = history.months.find((each) => each.month === '2020-11');
  if (!month) throw new Error('no November 2020');
  const weights = topicWeights(month);
  const shares = monthConsultations(history, month);
  const asked = sum(weights.map((weight, at) => weight * (shares[at] ?? 0))) / sum(weights);
  expect(asked).toBeCloseTo(consultationShare(0.408), 6);
});

test('heating peaks in the first cold days and hardly exists in summer', () => {
  const heating = (day: string) => {
    const entry = history.months.flatMap(({ demand }) => demand).find((each) => each.day.date === day);
    return sum(
      (entry?.topics ?? []).filter((_, at) => history.topics[at]?.code.startsWith('utilities.heating.')),
    );
  };
  expect(heating('2023-11-16')).toBeGreaterThan(2 * heating('2023-12-14'));
  expect(heating('2023-07-13')).toBeLessThan(0.05 * heating('2023-12-14'));
});

test('no topic takes on the share of the new year at New Year', () => {
  const days = history.months.flatMap(({ demand }) => demand);
  const ebikes = (from: string, to: string) => {
    const span = days.filter(({ day }) => from <= day.date && day.date < to && !day.holiday);
    return sum(span.map(({ topics }) => topics[codes.indexOf('transport.ebikes.plates')] ?? 0)) / span.length;
  };
  const codes = history.topics.map(({ code }) => code);
  const [before, after] = [ebikes('2023-12-11', '2023-12-25'), ebikes('2024-01-08', '2024-01-22')];
  expect(after / before).toBeGreaterThan(1);
  expect(after / before).toBeLessThan(1.06);
  expect(ebikes('2024-01-01', '2025-01-01') / ebikes('2023-01-01', '2024-01-01')).toBeGreaterThan(1.2);
});

test('the same parameters plan the same history, another seed another one', () => {
  const short = { appeals: 5000, from: '2024-01', to: '2024-02' };
  const planned = (seed: number) => {
    const made = plan({ ...short, seed });
    return made.months.map((month) => JSON.stringify(monthPlanner(made)(month)));
  };
  const [once, again, other] = [planned(1), planned(1), planned(2)].map((months) => months.join());
  expect(once === again).toBe(true);
  expect(once === other).toBe(false);
  expect(fingerprintOf(plan(short), '')).toBe(fingerprintOf(plan(short), ''));
  expect(fingerprintOf(plan({ ...short, seed: 2 }), '')).not.toBe(fingerprintOf(plan(short), ''));
});

test('every array that SQL looks things up in is filled, in every month of a year', () => {
  const planMonth = monthPlanner(history);
  for (const month of history.months.slice(0, 12)) {
    const { arrays } = planMonth(month);
    expect(arrays.filter(({ values }) => values.length === 0)).toEqual([]);
    const counts = arrays.filter(({ name }) => /^(wording|remedy|opening|ending|reply)_counts$/.test(name));
    expect(counts.flatMap(({ values }) => [...values]).filter((count) => Number(count) < 1)).toEqual([]);
  }
});

test('places lie inside their area', () => {
  const outlines = city.areas.find(({ level }) => level === 'subdistrict')?.features.features ?? [];
  for (const outline of outlines) {
    expect(spotsOf(outline).every((spot) => holds(outline, spot))).toBe(true);
  }
});

test('a pool of callers is as large as the published number of different callers needs', () => {
  expect(differentCallers(poolFor(0.405, 1.5), 1.5)).toBeCloseTo(0.405, 6);
});

test('a city without subdistricts or topics is refused with the reason', () => {
  const bare = { ...city, areas: [], topics: [] };
  const refused = () =>
    planHistory(bare, calibration, { appeals: 1, from: '2019-01', to: '2025-01', seed: 1 });
  expect(refused).toThrow('has no districts, no subdistricts, no topics.yaml');
});

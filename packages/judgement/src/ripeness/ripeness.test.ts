import { parameters } from '@hotline-atlas/query/testing';
import { expect, test } from 'vitest';
import { type Cohort, cohortsOf, lastEventDay, type Ripening } from './development.ts';
import { standingOfIndicator } from './of-indicator.ts';
import { parseRipeness } from './request.ts';
import { ageOf, agesOf, finalMonths, isComparable, lastRipeMonth, standingOf } from './standing.ts';

const month = (year: number, number: number) => `${year}-${String(number).padStart(2, '0')}-01`;

/** Of 1,000 orders of a month, 800 are visited, 80 of them a day in the 5th to the 14th day after receipt. */
const cohort = (of: string): Cohort => ({
  month: of,
  undated: 0,
  development: {
    delays: Float64Array.from({ length: 10 }, (_, index) => 5 + index),
    numerators: new Float64Array(10).fill(72),
    denominators: new Float64Array(10).fill(80),
  },
});

const year = Array.from({ length: 12 }, (_, index) => cohort(month(2024, index + 1)));
const empty = {
  delays: new Float64Array(),
  numerators: new Float64Array(),
  denominators: new Float64Array(),
};
const never: Cohort = { month: '2024-01-01', undated: 0, development: empty };
const nothing = { contact: [never], satisfaction: [{ ...never, undated: 40 }], on_time: [], closed: [] };
const days = [{ from: '2024-01-01', to: '2025-01-01' }];
const ripening: Ripening = { dataTo: '2025-01-01', days, cohorts: { ...nothing, resolution: year } };

test('ages are days since receipt, counted to the end of the data', () => {
  expect(agesOf({ from: '2024-12-30', to: '2025-01-01' }, '2025-01-01')).toEqual([2, 1]);
  expect(agesOf({ from: '2024-12-31', to: '2025-01-03' }, '2025-01-01')).toEqual([1, 0, 0]);
});

test('only months old enough to be final tell: those nearly all of which were known are', () => {
  // All of December is known after 15 days; its last day is one day old.
  expect(finalMonths(year, '2025-01-01')).toHaveLength(11);
  expect(finalMonths(year, '2025-01-15')).toHaveLength(12);
  expect(finalMonths([], '2025-01-01')).toHaveLength(0);
});

test('a month that has just ended is provisional, and the answer says when it will be ripe', () => {
  const december = { from: '2024-12-01', to: '2025-01-01' };
  const { state, share, ripeFrom } = standingOf(ripening, 'resolution', december);
  expect(state).toBe('provisional');
  // Ages 1 to 31: of each, a tenth for each day above five, all from 15 on: (9 · 10 / 2 + 10 · 17) / 10 / 31.
  expect(share).toBeCloseTo(21.5 / 31, 12);
  // With nine days more the ages are 10 to 40: 5 + 4 + 3 + 2 + 1 of 310 tenths are missing, the first time
  // fewer than 15.5.
  expect(ripeFrom).toBe('2025-01-09');
  expect(standingOf(ripening, 'resolution', { from: '2024-11-01', to: '2024-12-01' })).toMatchObject({
    state: 'ripe',
    share: 1,
  });
  expect(standingOf({ ...ripening, dataTo: '2025-01-12' }, 'resolution', december).state).toBe('ripe');
});

test('what is known from the day of receipt is not known of days that are still to come', () => {
  const standing = (from: string, to: string) =>
    standingOfIndicator({ numerator: 'signed_in_time' }, { from, to }, ripening);
  expect(standing('2024-12-01', '2025-01-01')).toEqual({ state: 'ripe', share: 1, ripe_from: null });
  expect(standing('2025-02-01', '2025-03-01')).toEqual({
    ...{ state: 'provisional', share: 0, ripe_from: '2025-03-01' },
  });
  expect(standing('2024-12-30', '2025-01-03')).toMatchObject({ state: 'provisional', share: 0.5 });
});

test('where nobody is asked there is nothing to be ripe; where nothing tells, nothing is said', () => {
  const period = { from: '2024-11-01', to: '2024-12-01' };
  expect(standingOf(ripening, 'contact', period).state).toBe('none');
  // Answers without a time, and no months at all.
  expect(standingOf(ripening, 'satisfaction', period).state).toBe('unknown');
  expect(standingOf(ripening, 'closed', period).state).toBe('unknown');
  expect(isComparable(ripening, 'satisfaction', period)).toBe(false);
  expect(isComparable(ripening, 'satisfaction', { from: '2024-09-01', to: '2024-10-01' })).toBe(true);
  expect(isComparable(ripening, 'contact', period)).toBe(true);
  const young = { ...ripening, cohorts: { ...nothing, resolution: [cohort('2024-12-01')] } };
  expect(standingOf(young, 'resolution', period)).toEqual({
    state: 'unknown',
    share: Number.NaN,
    ripeFrom: null,
  });
  expect(lastRipeMonth(young, 'resolution', { from: '2024-12-01', to: '2025-01-01' })).toBeNull();
});

test('the last ripe month', () => {
  const span = { from: '2024-01-01', to: '2025-01-01' };
  expect(lastRipeMonth(ripening, 'resolution', span)).toBe('2024-11-01');
  expect(
    lastRipeMonth({ ...ripening, dataTo: '2024-12-09' }, 'resolution', { ...span, to: '2024-12-09' }),
  ).toBe('2024-10-01');
  expect(lastRipeMonth(ripening, 'contact', span)).toBeNull();
});

test('days without data are no age: neither before the data, nor in a gap, nor after its end', () => {
  const december = { from: '2024-12-01', to: '2025-01-01' };
  const young = { ...ripening, days: [december] };
  const asked = { from: '2015-01-01', to: '2031-01-01' };
  expect(standingOf(young, 'resolution', asked)).toEqual(standingOf(young, 'resolution', december));
  expect(isComparable(young, 'resolution', asked)).toBe(false);
  expect(ageOf(young, asked)).toBe(15.5);
  expect(ageOf(young, { from: '2025-01-01', to: '2026-01-01' })).toBe(0);
  const gap = [
    { from: '2024-01-01', to: '2024-11-01' },
    { from: '2024-12-01', to: '2025-01-01' },
  ];
  const span = { from: '2024-01-01', to: '2025-01-01' };
  expect(lastRipeMonth({ ...ripening, days: gap }, 'resolution', span)).toBe('2024-10-01');
});

test('the data ends on the last day of usual handling: a closing time typed into the future is none', () => {
  const days = Array.from({ length: 40 }, (_, index) => ({
    day: `2024-${index < 20 ? '11' : '12'}-${String((index % 20) + 1).padStart(2, '0')}`,
    events: 300,
  }));
  expect(
    lastEventDay(
      [...days, { day: '2024-12-24', events: 2 }, { day: '2031-01-01', events: 900 }],
      '2026-01-01',
    ),
  ).toBe('2024-12-20');
  expect(lastEventDay([], '2026-01-01')).toBeNull();
});

test('rows become cohorts, series by series', () => {
  const rows = [
    { month: '2024-02-01', delay: 1, counts: [1, 2, 3, 4] },
    { month: '2024-01-01', delay: 7, counts: [5, 6, 7, 8] },
    { month: '2024-01-01', delay: 0, counts: [9, 10, 11, 12] },
    { month: '2024-01-01', delay: -1, counts: [1, 1, 2, 3] },
  ];
  const [first] = cohortsOf(rows, 1);
  expect([first?.month, first?.undated]).toEqual(['2024-01-01', 3]);
  expect([...(first?.development.delays ?? [])]).toEqual([0, 7]);
  expect([...(first?.development.numerators ?? [])]).toEqual([11, 7]);
  expect([...(first?.development.denominators ?? [])]).toEqual([12, 8]);
});

test('what is asked: rates that ripen, and what is not understood', () => {
  expect(parseRipeness(parameters('metric=on_time_rate'), [])).toMatchObject({
    series: 'on_time',
    grain: 'month',
  });
  expect(() => parseRipeness(parameters('metric=appeals'), [])).toThrow(/not understood/);
  expect(() => parseRipeness(parameters('grain=hour'), [])).toThrow(/not understood/);
});

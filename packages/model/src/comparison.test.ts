import { expect, test } from 'vitest';
import { type Comparison, comparisonOf } from './comparison.ts';
import type { Grain } from './dimensions.ts';
import type { Compare } from './query.ts';
import { daysIn } from './spans.ts';
import type { Period } from './time.ts';

const always = [{ from: '2000-01-01', to: '2100-01-01' }];
const noHolidays = { holidays: [] };

interface Given {
  covered?: Period[];
  without?: Period[];
  grain?: Grain;
}

function compared(compare: Compare, from: string, to: string, given: Given = {}): Comparison {
  const { covered = always, without = [], grain = null } = given;
  return comparisonOf(compare, { from, to }, grain, { covered, without }, noHolidays);
}

/** The weight of each earlier day, by how often it counts. */
const weightOf = ({ weights }: Comparison) =>
  weights?.reduce((sum, { weight, days }) => sum + weight * daysIn(days), 0);

test('a year is compared with the same dates; 29 February drops out on whichever side it is', () => {
  const leap = compared('year', '2024-01-01', '2025-01-01');
  expect(leap.period).toEqual({ from: '2023-01-01', to: '2024-01-01' });
  expect(leap.paired).toEqual({
    now: [
      { from: '2024-01-01', to: '2024-02-29' },
      { from: '2024-03-01', to: '2025-01-01' },
    ],
    before: [{ from: '2023-01-01', to: '2024-01-01' }],
  });
  expect(leap.days).toBe(365);
  expect(leap.leftOut).toEqual([
    { side: 'now', from: '2024-02-29', to: '2024-03-01', reason: 'no_counterpart' },
  ]);
  const after = compared('year', '2025-01-01', '2026-01-01');
  expect(after.leftOut).toEqual([
    { side: 'before', from: '2024-02-29', to: '2024-03-01', reason: 'no_counterpart' },
  ]);
  expect(compared('year', '2026-01-01', '2027-01-01')).toMatchObject({
    weights: null,
    leftOut: [],
    days: 365,
  });
});

test('whole months are compared date by date with the months before; the 31st only with a 31st', () => {
  const { period, paired, leftOut } = compared('previous', '2023-04-01', '2023-07-01');
  expect(period).toEqual({ from: '2023-01-01', to: '2023-04-01' });
  expect(paired.now).toEqual([
    { from: '2023-04-01', to: '2023-05-29' },
    { from: '2023-06-01', to: '2023-07-01' },
  ]);
  expect(paired.before).toEqual([
    { from: '2023-01-01', to: '2023-01-31' },
    { from: '2023-02-01', to: '2023-03-31' },
  ]);
  expect(leftOut.map(({ side, from, to }) => `${side} ${from} ${to}`)).toEqual([
    'now 2023-05-29 2023-06-01',
    'before 2023-01-31 2023-02-01',
    'before 2023-03-31 2023-04-01',
  ]);
});

test('other periods are moved by days, and each day belongs to its counterpart', () => {
  const { move, paired, days } = compared('previous', '2023-03-10', '2023-08-20', { grain: 'month' });
  expect(move).toEqual({ unit: 'day', amount: 163 });
  expect(paired.before).toEqual([{ from: '2022-09-28', to: '2023-03-10' }]);
  expect(days).toBe(163);
});

test('by day, week and hour whole weeks are moved, so that weekdays meet', () => {
  for (const grain of ['hour', 'day', 'week'] as const) {
    expect(compared('year', '2024-01-01', '2024-07-01', { grain })).toMatchObject({
      period: { from: '2023-01-02', to: '2023-07-03' },
      move: { unit: 'day', amount: 364 },
    });
    expect(compared('previous', '2024-03-01', '2024-04-01', { grain }).move.amount).toBe(35);
    const named = { from: '2023-03-01', to: '2023-04-01' };
    expect(compared(named, '2024-03-01', '2024-04-01', { grain })).toMatchObject({
      period: named,
      move: { amount: 364 },
      paired: { now: [{ from: '2024-03-01', to: '2024-03-30' }] },
    });
  }
});

test('a day, or a few, are compared with the same weekdays weeks before', () => {
  const tuesday = compared('previous', '2024-03-05', '2024-03-06');
  expect(tuesday).toMatchObject({ period: { from: '2024-02-27', to: '2024-02-28' }, days: 1, weights: null });
  expect(compared('year', '2024-03-05', '2024-03-06').period.from).toBe('2023-03-07');
  expect(compared('previous', '2024-03-05', '2024-03-12').period.from).toBe('2024-02-27');
  expect(compared('year', '2024-03-05', '2024-03-12').period.from).toBe('2023-03-05');
});

test('days that one side lacks count on neither', () => {
  const covered = [{ from: '2018-01-01', to: '2020-01-01' }];
  const past = compared('year', '2019-06-01', '2020-06-01', { covered });
  expect(past.paired).toEqual({
    now: [{ from: '2019-06-01', to: '2020-01-01' }],
    before: [{ from: '2018-06-01', to: '2019-01-01' }],
  });
  expect(past.leftOut).toEqual([
    { side: 'before', from: '2019-01-01', to: '2019-06-01', reason: 'counterpart_without_data' },
  ]);
  const without = [{ from: '2018-07-01', to: '2018-12-01' }];
  const left = compared('year', '2019-01-01', '2020-01-01', { covered, without });
  expect(left.paired.now).toEqual([
    { from: '2019-01-01', to: '2019-07-01' },
    { from: '2019-12-01', to: '2020-01-01' },
  ]);
  expect(left.leftOut).toEqual([
    { side: 'now', from: '2019-07-01', to: '2019-12-01', reason: 'counterpart_left_out' },
  ]);
  expect(compared('year', '2018-01-01', '2019-01-01', { covered })).toMatchObject({
    days: 0,
    paired: { now: [], before: [] },
  });
});

test('under three months kinds of days meet: the earlier side gets the mix of the later', () => {
  const february = compared('year', '2024-02-01', '2024-03-01');
  expect(february.days).toBe(28);
  expect(february.weights).toBeNull();
  const may = compared('previous', '2023-05-01', '2023-06-01');
  expect(may.days).toBe(30);
  expect(weightOf(may)).toBeCloseTo(30, 9);
  // 1 to 30 May 2023 have five Mondays and Tuesdays, the days of April five Saturdays and Sundays.
  expect(may.weights?.map(({ weight }) => weight).sort()).toEqual([0.8, 1, 1.25]);
  expect(compared('previous', '2023-05-01', '2023-06-01', { grain: 'month' }).weights).toBeNull();
  expect(compared('previous', '2023-04-01', '2023-07-01').weights).toBeNull();
});

test('a season is no weekend on which the city works: its days stay the weekdays they are', () => {
  const holidays = [{ from: '2024-11-15', to: '2025-03-16', working: true }];
  const known = { covered: always, without: [] };
  const december = comparisonOf('previous', { from: '2024-12-01', to: '2025-01-01' }, null, known, {
    holidays,
  });
  expect(december.days).toBe(30);
  expect(december.paired.before).toEqual([{ from: '2024-11-01', to: '2024-12-01' }]);
});

test('kinds of days that one side lacks drop out: weekdays, days off, working weekends', () => {
  const holidays = [
    { from: '2024-05-01', to: '2024-05-06', working: false },
    { from: '2024-04-28', to: '2024-04-29', working: true },
  ];
  const known = { covered: always, without: [] };
  const may = comparisonOf('previous', { from: '2024-05-01', to: '2024-06-01' }, null, known, { holidays });
  expect(may.leftOut.map(({ side, from, to, reason }) => [side, from, to, reason])).toEqual([
    ['now', '2024-05-01', '2024-05-06', 'kind_of_day'],
    ['now', '2024-05-31', '2024-06-01', 'no_counterpart'],
    ['before', '2024-04-28', '2024-04-29', 'kind_of_day'],
  ]);
  expect(weightOf(may)).toBeCloseTo(may.days, 9);
  const dayOff = comparisonOf('previous', { from: '2024-05-01', to: '2024-05-02' }, null, known, {
    holidays,
  });
  expect(dayOff.days).toBe(0);
});

test('a period far beyond the data has no pairs, and is found out soon', () => {
  const covered = [{ from: '2018-01-01', to: '2020-01-01' }];
  expect(compared('year', '1971-01-01', '2105-01-01', { covered }).days).toBe(365);
  expect(
    compared({ from: '2104-01-01', to: '2105-01-01' }, '2018-01-01', '2019-01-01', { covered }).days,
  ).toBe(0);
});

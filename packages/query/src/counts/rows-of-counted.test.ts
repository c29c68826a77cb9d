import { expect, test } from 'vitest';
import { planned } from '../../testing/story.ts';
import { storedSumsOf } from '../compile/counters.ts';
import { countedRowOf } from './counted-row.ts';
import { rowsOfCounted } from './rows-of-counted.ts';

/** Stored sums in the order in which the engine is asked for them. */
const sums = (metrics: Parameters<typeof storedSumsOf>[0], known: Record<string, number>): number[] =>
  storedSumsOf(metrics).map((name) => known[name] ?? 0);

test('a rate is what is left of those asked, over those asked, on both sides', () => {
  const plan = planned('metrics=resolution_rate&by=district&from=2023-05-01&to=2023-07-01&compare=previous');
  const { metrics } = plan.query;
  const now = sums(metrics, { contact_asked: 80, resolution_besides: 20, unresolved: 25 });
  const before = sums(metrics, { contact_asked: 40, unresolved: 20 });
  const paired = sums(metrics, { contact_asked: 50, unresolved: 20 });
  const row = { district: 'north', sums: now, before_sums: before, before_paired_sums: paired };
  const counted = [countedRowOf(row, plan)];
  expect(rowsOfCounted(counted, plan)).toEqual([
    {
      district: 'north',
      resolution_rate: 0.75,
      resolution_rate_numerator: 75,
      resolution_rate_denominator: 100,
      resolution_rate_before: 0.5,
      resolution_rate_before_numerator: 20,
      resolution_rate_before_denominator: 40,
      resolution_rate_paired: 0.75,
      resolution_rate_paired_numerator: 75,
      resolution_rate_paired_denominator: 100,
      resolution_rate_before_paired: 0.6,
      resolution_rate_before_paired_numerator: 30,
      resolution_rate_before_paired_denominator: 50,
      resolution_rate_change: 0.15000000000000002,
    },
  ]);
});

test('a rate of nothing is unknown, and so is a time to close; half of the cases of one class lie in its middle', () => {
  const plan = planned(
    'metrics=on_time_rate,median_hours_to_close&by=district&from=2024-01-01&to=2024-03-01',
  );
  const histogram = Array.from({ length: 64 }, (_, index) => (index === 11 ? 10 : 0));
  const rows = rowsOfCounted(
    [countedRowOf({ district: 'north', sums: [], close_histogram: histogram }, plan)],
    plan,
  );
  expect(rows).toMatchObject([
    {
      on_time_rate: null,
      on_time_rate_numerator: 0,
      on_time_rate_denominator: 0,
      median_hours_to_close: 2 + (2.460277777777778 - 2) / 2,
      median_hours_to_close_denominator: 10,
    },
  ]);
  const none = rowsOfCounted(
    [countedRowOf({ district: 'north', sums: [], close_histogram: [] }, plan)],
    plan,
  );
  expect(none).toMatchObject([{ median_hours_to_close: null, median_hours_to_close_denominator: 0 }]);
});

test('buckets without appeals are there for every combination that occurs, in the order of the bytes of their names', () => {
  const plan = planned('metrics=appeals&by=month,unit&from=2024-01-01&to=2024-03-01');
  const countedRow = (month: string, unit: string, appeals: number) =>
    countedRowOf({ month, unit, sums: [appeals] }, plan);
  const counted = [countedRow('2024-01-01', '\uFF21', 1), countedRow('2024-02-01', '\u{20BB7}', 2)];
  expect(rowsOfCounted(counted, plan)).toEqual([
    { month: '2024-01-01', unit: '\uFF21', appeals: 1 },
    { month: '2024-01-01', unit: '\u{20BB7}', appeals: 0 },
    { month: '2024-02-01', unit: '\uFF21', appeals: 0 },
    { month: '2024-02-01', unit: '\u{20BB7}', appeals: 2 },
  ]);
});

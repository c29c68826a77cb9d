import { type Answer, InvalidQuestion } from '@hotline-atlas/model';
import { history, parameters } from '@hotline-atlas/query/testing';
import { seededRandom } from '@hotline-atlas/statistics';
import { expect, test } from 'vitest';
import { isMostlyReal, judgeTrend } from './judge.ts';
import { isTooFew, observedAt } from './observed.ts';
import { parseTrend } from './request.ts';
import { strengthOf, unusualSteps } from './strength.ts';
import { timeLineOf } from './time-line.ts';
import { yearOnYearOf } from './year-on-year.ts';

test('what is not sent has a default; medians make no series', () => {
  expect(parseTrend(parameters('grain=week'), [])).toMatchObject({
    metric: 'appeals',
    horizon: 13,
    regimes: 'bridge',
  });
  expect(parseTrend(parameters('horizon=0'), [])).toMatchObject({ grain: 'month', horizon: 0 });
  expect(() => parseTrend(parameters('metric=median_hours_to_close'), [])).toThrow(InvalidQuestion);
  expect(() => parseTrend(parameters('metric=apeals'), [])).toThrow(
    expect.objectContaining({ nearest: expect.arrayContaining(['appeals']) }),
  );
});

test('steps are complete, left out, missing or incomplete', () => {
  const period = { from: '2024-07-15', to: '2025-01-01' };
  const spans = [
    { from: '2022-01-01', to: '2024-09-20' },
    { from: '2024-09-21', to: history.completeTo },
  ];
  const line = timeLineOf(period, 'month', [{ from: '2024-10-05', to: '2024-10-08' }], {
    ...history,
    coverage: { ...history.coverage, spans },
  });
  expect(line.starts.map((start, step) => `${start.slice(5, 7)} ${line.states[step]}`)).toEqual([
    '07 incomplete',
    '08 complete',
    '09 missing',
    '10 left_out',
    '11 complete',
    '12 incomplete',
  ]);
});

test('a share is that of the sums, and unknown where there is nothing to divide by', () => {
  const sums = {
    value: new Map([
      [1, 3],
      [2, 1],
    ]),
    denominator: new Map([
      [1, 4],
      [2, 4],
    ]),
  };
  expect(observedAt(sums, [1, 2])).toEqual({ value: 0.5, numerator: 4, denominator: 8 });
  expect(observedAt(sums, [3])).toEqual({ value: null, numerator: 0, denominator: 0 });
});

const season = (step: number) => [30, 10, -10, -30, -20, 0, 5, 15, 10, -5, -10, 5][step % 12] ?? 0;

function years(count: number, outlier = -1): Float64Array {
  const random = seededRandom(11);
  return Float64Array.from(
    { length: 12 * count },
    (_, step) => 200 + 2 * step + season(step) + 4 * (random() - 0.5) + (step === outlier ? 80 : 0),
  );
}

const judged = (values: Float64Array) =>
  judgeTrend({ values, periods: [12], forecastPeriod: 12, horizon: 12, memory: 240 });

test('a rising series with a season is taken apart, found to rise, and goes on', () => {
  const { parts, change, forecast, used } = judged(years(7));
  expect(parts?.periods).toEqual([12]);
  const sum = parts?.trend.map(
    (trend, step) => trend + (parts.seasonals[0]?.[step] ?? 0) + (parts.remainder[step] ?? 0),
  );
  sum?.forEach((value, step) => {
    expect(value).toBeCloseTo(used[step] ?? 0, 8);
  });
  expect(change?.slope).toBeCloseTo(2, 1);
  expect(change?.p).toBeLessThan(1e-6);
  expect(forecast?.mean[0]).toBeGreaterThan(385);
  expect(forecast?.mean[0]).toBeLessThan(411);
  const [narrow, wide] = forecast?.intervals ?? [];
  expect((wide?.upper[5] ?? 0) - (wide?.lower[5] ?? 0)).toBeGreaterThan(
    (narrow?.upper[5] ?? 0) - (narrow?.lower[5] ?? 0),
  );
  expect(forecast?.compared.length).toBe(3);
});

test('a year left out is bridged, season and all', () => {
  const values = years(7).map((value, step) => (step >= 36 && step < 48 ? Number.NaN : value));
  const { used, bridged } = judged(values);
  expect(bridged.reduce((sum, made) => sum + made, 0)).toBe(12);
  for (let step = 36; step < 48; step++)
    expect(Math.abs((used[step] ?? 0) - (200 + 2 * step + season(step)))).toBeLessThan(6);
});

test('an outlier is unusual, a bridged step never', () => {
  const { parts, bridged } = judged(years(7, 50));
  const unusual = unusualSteps(parts?.remainder ?? new Float64Array(), bridged);
  expect(unusual[50]).toBe(true);
  expect(unusual.filter(Boolean).length).toBeLessThan(5);
  expect(unusualSteps(Float64Array.of(0, 1, -1, 1, -1, 99), Uint8Array.of(0, 0, 0, 0, 0, 1))).not.toContain(
    true,
  );
});

test('eight real days of 738 tell nothing, nor do as many of the last days as a forecast looks at', () => {
  const values = Float64Array.from({ length: 738 }, (_, day) =>
    day < 4 || day >= 734 ? 3000 + day : Number.NaN,
  );
  expect(isMostlyReal({ values, memory: 371 })).toBe(false);
  const lately = Float64Array.from({ length: 738 }, (_, day) => (day < 500 || day > 736 ? 3000 : Number.NaN));
  expect(isMostlyReal({ values: lately, memory: 371 })).toBe(false);
  expect(isMostlyReal({ values: lately.fill(3000, 600), memory: 371 })).toBe(true);
});

test('the trend is that of real values: a bridge between two levels adds none', () => {
  const random = seededRandom(5);
  const values = Float64Array.from({ length: 72 }, (_, step) =>
    step >= 20 && step < 44 ? Number.NaN : 200 + season(step) + 20 * random() + (step < 20 ? 0 : 3),
  );
  expect(judged(values).change?.p).toBeGreaterThan(0.05);
});

test('a series without two seasons has no trend, for a season would pass for one', () => {
  expect(judged(years(2)).change).toBeNull();
});

test('a rate of fewer than 30 is not judged', () => {
  expect([29, 30, null].map((denominator) => isTooFew({ denominator }))).toEqual([true, false, false]);
});

test('two steps, or zeros alone, are no reason to fail', () => {
  expect(judged(Float64Array.of(3, 5))).toMatchObject({ parts: null, change: null, forecast: null });
  expect(judged(new Float64Array(60)).forecast?.mean.every((value) => value === 0)).toBe(true);
});

test('strength: all of what moves, or nothing', () => {
  expect(strengthOf(Float64Array.of(1, -1, 1, -1), new Float64Array(4))).toBe(1);
  expect(strengthOf(new Float64Array(4), Float64Array.of(1, -1, 1, -1))).toBe(0);
});

test('a year on year is the comparison every answer has, with the reasons of the days left out', () => {
  const span = { from: '2024-01-01', to: '2025-01-01' };
  const label = { en: 'Flood' };
  const meta = {
    period: span,
    compared_period: { from: '2023-01-01', to: '2024-01-01' },
    covered: {
      days: 360,
      of: 366,
      spans: [],
      left_out: [{ from: '2024-06-01', to: '2024-06-07', reason: 'regime', label }],
      paired: {
        days: 359,
        of: 366,
        spans: [],
        before: [],
        adjusted: 'none',
        left_out: [{ from: '2024-02-29', to: '2024-03-01', reason: 'no_counterpart', side: 'now' }],
      },
    },
  };
  const rows = [{ appeals: 120, appeals_before: 90, appeals_paired: 110, appeals_before_paired: 100 }];
  const answer = { meta, rows } as unknown as Answer;
  expect(yearOnYearOf(answer, 'appeals')).toMatchObject({
    days: 359,
    value: 110,
    before: 100,
    change_share: 0.1,
    left_out: [
      { from: '2024-06-01', reason: { en: 'Flood', zh: 'Flood' } },
      { from: '2024-02-29', reason: { en: 'no such date on the other side' } },
    ],
  });
  const none = { ...meta, covered: { ...meta.covered, paired: { ...meta.covered.paired, days: 0 } } };
  expect(yearOnYearOf({ ...answer, meta: none } as unknown as Answer, 'appeals')).toBeNull();
});

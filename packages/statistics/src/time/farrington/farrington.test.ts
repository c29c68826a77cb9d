import { describe, expect, test } from 'vitest';
import { randomInteger, seededRandom, type UniformRandom } from '../../random.ts';
import { referenceRows } from '../../reference-data.ts';
import { farringtonAlarm } from './farrington.ts';
import { farringtonFlexibleAlarm } from './farrington-flexible.ts';
import { farringtonHistory } from './history.ts';
import { recentMeanAlarm } from './recent-mean.ts';
import { referenceDays } from './reference-dates.ts';
import { outbreakWeights } from './reweight.ts';
import { powerThreshold } from './threshold.ts';

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const weeks = (n: number, first = '2015-01-05') =>
  Int32Array.from({ length: n }, (_, i) => dayOf(first) + 7 * i);

describe('the parts, as published with R’s surveillance', () => {
  test.each([
    ['none', 1.3073128, 8.6926872, 0.0907246, 0.8124165],
    ['1/2', 1.9891097, 9.3744842, 0.1189986, 0.6857951],
    ['2/3', 1.8084477, 9.1154825, 0.1094727, 0.7289546],
  ] as const)('threshold with power %s (alpha 0.05, one-sided)', (power, lower, upper, p, score) => {
    const prediction = { mean: 5, standardError: 0.2, dispersion: 1 };
    const threshold = powerThreshold(prediction, 8, power, 1.6448536269514722);
    expect(threshold.lower).toBeCloseTo(lower, 6);
    expect(threshold.upper).toBeCloseTo(upper, 6);
    expect(threshold.p).toBeCloseTo(p, 6);
    expect((8 - 5) / (threshold.upper - 5)).toBeCloseTo(score, 6);
  });

  test('weights: residuals 0 × 5 and 2 × 5', () => {
    const weights = outbreakWeights(Float64Array.of(0, 0, 0, 0, 0, 2, 2, 2, 2, 2), 0);
    expect([...weights]).toEqual([1.6, 1.6, 1.6, 1.6, 1.6, 0.4, 0.4, 0.4, 0.4, 0.4]);
  });

  test('reference dates: the nearest same weekday a year back, two, three', () => {
    const dates = [...referenceDays(dayOf('2013-06-06'), 3, 7)].map(dateOf);
    expect(dates).toEqual(['2012-06-07', '2011-06-09', '2010-06-03']);
    expect([...referenceDays(dayOf('2024-02-29'), 1, 1)].map(dateOf)).toEqual(['2023-03-01']);
  });
});

describe('weekly salmonella', () => {
  const train = referenceRows('salmonella-weekly-train.csv').slice(1);
  const tested = referenceRows('salmonella-farrington-alarms.csv').slice(1);
  const counts = Float64Array.from([...train, ...tested], (row) => Number(row[1]));
  const days = Int32Array.from([...train, ...tested], (row) => dayOf(row[0] ?? ''));

  test('the original method raises the published alarms, all of them and no other', () => {
    const alarms = tested.map((_, i) => {
      const history = farringtonHistory(days, train.length + i, { years: 3, seasons: 1, leftOut: 0 });
      return farringtonAlarm(counts, history).alarm;
    });
    expect(alarms.filter(Boolean)).toHaveLength(9);
    expect(alarms).toEqual(tested.map((row) => row[4] === '1'));
  });

  // R surveillance 1.20.3: farringtonFlexible(b 5, w 3, noPeriods 10, pastWeeksNotIncluded 26,
  // pThresholdTrend 1, alpha 0.01,
  // nbPlugin). Its own trend test and standard error use the reweighting weights in place of the fit's, so
  // trends are all let in.
  const flexible = (i: number) =>
    farringtonFlexibleAlarm(counts, farringtonHistory(days, train.length + i), { trendThreshold: 1 });

  const published = [
    [0, 1.177531282066, 1.20838344746, 0.656854704061, 5],
    [44, 2.07374300447, 1.1982583977, 0, 7],
    [45, 2.006840203885, 1.18363433687, 0, 6],
    [58, 0.973006634563, 1.17773171578, 0.00764019233742, 4],
  ] as const;

  test('the improved method agrees with R’s', () => {
    for (const [i, expected, dispersion, p, upper] of published) {
      const alarm = flexible(i);
      expect(alarm.expected / expected).toBeCloseTo(1, 5);
      expect(alarm.dispersion / dispersion).toBeCloseTo(1, 4);
      expect(alarm.p).toBeCloseTo(p, 5);
      expect(alarm.upper).toBe(upper);
    }
  });

  test('and raises the same alarms over two years', () => {
    const alarms = tested.map((_, i) => i).filter((i) => flexible(i).alarm);
    expect(alarms).toEqual([43, 44, 45, 46, 50, 55, 58]);
  });
});

describe('the history of a date', () => {
  test('all weeks of the years back but the last half year, in ten seasons', () => {
    const days = weeks(300);
    const history = farringtonHistory(days, 299);
    expect(history.years).toBe(5);
    expect(history.positions.at(-1)).toBe(299 - 27);
    const windows = [...history.positions].filter((_, i) => history.groups[i] === 0);
    expect(windows).toHaveLength(5 * 7);
    expect(new Set(history.groups)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    // 45 weeks between two windows make nine blocks of five.
    const firstYear = [...history.positions].filter((_, i) => history.groups[i] === 4).slice(0, 5);
    expect(firstYear.at(-1)).toBe((firstYear[0] ?? 0) + 4);
  });

  test('a young series has fewer years; one younger than a year is refused', () => {
    expect(farringtonHistory(weeks(130), 129).years).toBe(2);
    expect(() => farringtonHistory(weeks(50), 49)).toThrow(expect.objectContaining({ reason: 'too-short' }));
    expect(() => farringtonHistory(weeks(130).with(7, 0), 129)).toThrow('equal steps');
  });
});

describe('alarms without a cause (seeded)', () => {
  const days = weeks(330);
  const history = farringtonHistory(days, 329);
  const geometric = (random: UniformRandom, mean: number) =>
    Math.floor(Math.log(random()) / Math.log(mean / (1 + mean)));
  const poisson = (random: UniformRandom, mean: number) => {
    let count = -1;
    for (let product = 1; product > Math.exp(-mean); count++) product *= random();
    return count;
  };
  const rate = (
    draw: (random: UniformRandom, t: number) => number,
    alarm: (counts: Float64Array) => boolean,
  ) => {
    const random = seededRandom(17);
    let alarms = 0;
    for (let i = 0; i < 1000; i++)
      if (alarm(Float64Array.from({ length: 330 }, (_, t) => draw(random, t)))) alarms++;
    return alarms / 1000;
  };
  const seasonal = (t: number) => 12 + 6 * Math.sin((2 * Math.PI * t) / 52.18);
  const flexible = (counts: Float64Array) => farringtonFlexibleAlarm(counts, history, { alpha: 0.05 }).alarm;

  test('a seasonal Poisson series: near the 5 % it is set to', () => {
    const share = rate((random, t) => poisson(random, seasonal(t)), flexible);
    expect(share).toBeGreaterThan(0.025);
    expect(share).toBeLessThan(0.075);
  });

  const overdispersed = (random: UniformRandom, mean: number) =>
    geometric(random, mean / 3) + geometric(random, mean / 3) + geometric(random, mean / 3);

  test('a negative binomial series with the variance of the model (five times the mean): near 5 %', () => {
    const share = rate((random) => overdispersed(random, 12), flexible);
    expect(share).toBeGreaterThan(0.035);
    expect(share).toBeLessThan(0.08);
  });

  test('one whose variance grows with the square of the mean, at the top of its season: up to twice that', () => {
    const share = rate((random, t) => overdispersed(random, seasonal(t)), flexible);
    expect(share).toBeGreaterThan(0.06);
    expect(share).toBeLessThan(0.11);
  });

  test('the simple rule on 12 weeks of a Poisson series: at most what it is set to, and not never', () => {
    const share = rate(
      (random) => poisson(random, 10),
      (counts) => recentMeanAlarm(counts.subarray(0, 15), 14, { alpha: 0.05 }).alarm,
    );
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.055);
  });
});

describe('bad days', () => {
  const days = weeks(330);
  const history = farringtonHistory(days, 329);
  const random = seededRandom(5);
  const quiet = Float64Array.from({ length: 330 }, () => 8 + randomInteger(random, 5));

  test('an outbreak is found; one in the past is weighed down; a left-out regime changes little', () => {
    const before = farringtonFlexibleAlarm(quiet, history);
    expect(before.alarm).toBe(false);
    expect(farringtonFlexibleAlarm(quiet.with(329, 40), history)).toMatchObject({
      alarm: true,
      observed: 40,
    });
    const past = quiet.slice();
    past.fill(60, 277, 281);
    expect(farringtonFlexibleAlarm(past, history).expected).toBeLessThan(1.6 * before.expected);
    const regime = quiet.slice().fill(Number.NaN, 150, 180);
    expect(farringtonFlexibleAlarm(regime, history).expected).toBeCloseTo(before.expected, 0);
  });

  test('equal counts expect themselves', () => {
    const alarm = farringtonFlexibleAlarm(new Float64Array(330).fill(20), history);
    expect(alarm).toMatchObject({ alarm: false, dispersion: 1, seasonal: true });
    expect(alarm.expected).toBeCloseTo(20, 9);
    expect(farringtonAlarm(new Float64Array(330).fill(20), history).expected).toBeCloseTo(20, 9);
  });

  test('zeros throughout are quiet; after them it takes a few cases', () => {
    const zeros = new Float64Array(330);
    const anyCase = { enoughCases: { cases: 0, steps: 4 } };
    expect(farringtonFlexibleAlarm(zeros, history, anyCase)).toMatchObject({
      alarm: false,
      p: 1,
      expected: 0,
    });
    expect(farringtonFlexibleAlarm(zeros.with(329, 6), history)).toMatchObject({
      alarm: true,
      seasonal: false,
    });
    expect(farringtonAlarm(zeros.with(329, 6), history)).toMatchObject({ alarm: true, upper: 0 });
    expect(farringtonFlexibleAlarm(zeros.with(329, 4), history).alarm).toBe(false);
  });

  test('a season that never had a case borrows from the year', () => {
    const winter = quiet.map((count, t) => (history.groups[history.positions.indexOf(t)] === 0 ? 0 : count));
    expect(farringtonFlexibleAlarm(winter.with(329, 9), history)).toMatchObject({
      seasonal: false,
      alarm: false,
    });
  });

  test('negative counts, a missing newest count and too few past ones are refused', () => {
    expect(() => farringtonFlexibleAlarm(quiet.with(200, -1), history)).toThrow(
      expect.objectContaining({ reason: 'not-finite' }),
    );
    expect(() => farringtonAlarm(quiet.with(329, Number.NaN), history)).toThrow('Count 329');
    const unknown = new Float64Array(330).fill(Number.NaN).with(329, 3);
    expect(() => farringtonAlarm(unknown, history)).toThrow(expect.objectContaining({ reason: 'too-short' }));
  });
});

describe('the simple rule for short series', () => {
  test('expectation and threshold by hand: 2, 4, 3, 3 and two left out', () => {
    // Mean (12 + 0.5) / 4 = 3.125, dispersion 1; negative binomial of size 12.5 and success 0.8: P(X ≤ 8) =
    // 0.988, P(X ≤ 9) = 0.9955.
    const alarm = recentMeanAlarm(Float64Array.of(2, 4, 3, 3, 50, 50, 9), 6);
    expect(alarm).toMatchObject({ expected: 3.125, dispersion: 1, n: 4, upper: 9, alarm: false });
    expect(recentMeanAlarm(Float64Array.of(2, 4, 3, 3, 50, 50, 10), 6).alarm).toBe(true);
  });

  test('zeros, gaps and shortage', () => {
    expect(recentMeanAlarm(new Float64Array(10), 9)).toMatchObject({ alarm: false, p: 1 });
    expect(recentMeanAlarm(Float64Array.of(0, 0, 0, Number.NaN, 0, 0, 0, 7), 7).alarm).toBe(true);
    expect(() => recentMeanAlarm(Float64Array.of(1, 2, 3, 4), 3)).toThrow(
      expect.objectContaining({ reason: 'too-short' }),
    );
  });
});

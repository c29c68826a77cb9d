import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { expect, test } from 'vitest';
import { poissonDraw } from '../poisson-draw.ts';
import { seededRandom, type UniformRandom } from '../random.ts';
import { falseDiscovery } from '../space/false-discovery.ts';
import { countScore, shareScore } from './conditional-score.ts';
import { dispersedP } from './dispersed-p.ts';
import { type UsualDispersion, usualCountDispersion, usualShareDispersion } from './usual-dispersion.ts';

const [months, days] = [60, 30];
const ofMonths = new Float64Array(months).fill(days);
const sum = (counts: ArrayLike<number>) => Array.from(counts).reduce((all, count) => all + count, 0);

/** Daily counts whose level bustles from day to day (AR(1) of its logarithm) and swings with the year. */
function madeUp(random: UniformRandom, [mean, spread, memory, season]: readonly number[]): Float64Array {
  const draw = poissonDraw(random);
  let bustle = 0;
  return Float64Array.from({ length: months * days }, (_, day) => {
    bustle = (memory ?? 0) * bustle + Math.sqrt(1 - (memory ?? 0) ** 2) * normalQuantile(random(), 0, 1);
    const year = (season ?? 0) * Math.sin((2 * Math.PI * day) / 360);
    return draw((mean ?? 0) * Math.exp(year + (spread ?? 0) * bustle));
  });
}

const byMonth = (daily: Float64Array): Float64Array =>
  Float64Array.from({ length: months }, (_, month) => sum(daily.subarray(month * days, (month + 1) * days)));

/** p of the last days against the same days of a year before. */
function pOfLast(daily: Float64Array, length: number): number {
  const dispersion = usualCountDispersion(byMonth(daily), ofMonths, 12);
  const [now, before] = [daily.subarray(-length), daily.subarray(-length - 360, -360)];
  return dispersion ? dispersedP(countScore(sum(now), sum(before)), dispersion) : Number.NaN;
}

test.each([
  ['few, Poisson', [0.5, 0, 0, 0]],
  ['some, bustling', [3, 0.4, 0.5, 0]],
  ['many, bustling, with a season', [60, 0.2, 0.7, 0.4]],
])('counts that do not change are told to in about one of twenty: %s', (_, setting) => {
  const random = seededRandom(11);
  const found = Array.from({ length: 400 }, () => {
    const daily = madeUp(random, setting);
    return [pOfLast(daily, 30), pOfLast(daily, 90)];
  });
  for (const at of [0, 1]) {
    const level = found.filter((each) => (each[at] ?? 1) <= 0.05).length / found.length;
    // 400 draws: two standard errors are 2.2 points. Taken for Poisson, bustling counts are told to change in
    // a fifth to four fifths.
    expect(level).toBeLessThan(0.085);
    expect(level).toBeGreaterThan(0.01);
  }
});

test('false discoveries stay below the rate asked for, and true changes are found', () => {
  const random = seededRandom(3);
  const rounds = Array.from({ length: 20 }, () => {
    const p = Float64Array.from({ length: 40 }, (_, group) => {
      const daily = madeUp(random, [4, 0.2, 0.5, 0.3]);
      const changed = group < 8 ? daily.map((count, day) => (day >= 1770 ? 2 * count : count)) : daily;
      return pOfLast(changed, 30);
    });
    const told = [...falseDiscovery(p).rejected];
    return { all: sum(told), wrong: sum(told.slice(8)) };
  });
  const share = sum(rounds.map(({ all, wrong }) => wrong / Math.max(1, all))) / rounds.length;
  expect(share).toBeLessThan(0.08);
  expect(sum(rounds.map(({ all, wrong }) => all - wrong)) / (20 * 8)).toBeGreaterThan(0.8);
});

test('shares that vary from month to month are judged by it', () => {
  const random = seededRandom(5);
  const draw = poissonDraw(random);
  const found = Array.from({ length: 400 }, () => {
    const trials = Float64Array.from({ length: months }, () => draw(300));
    const successes = trials.map((all) => {
      const share = 0.9 + 0.03 * normalQuantile(random(), 0, 1);
      return all - Math.min(all, draw(all * Math.max(0, 1 - share)));
    });
    const dispersion = usualShareDispersion(successes, trials) ?? { factor: 1, freedom: 1 };
    const at = (values: Float64Array, month: number) => values[month] ?? 0;
    const score = shareScore({
      ...{ now: at(successes, 59), nowTrials: at(trials, 59) },
      ...{ before: at(successes, 47), beforeTrials: at(trials, 47) },
    });
    return { p: dispersedP(score, dispersion), factor: dispersion.factor };
  });
  // 0.03² against 0.9 · 0.1 / 300
  expect(sum(found.map(({ factor }) => factor)) / found.length).toBeCloseTo(4, 0);
  const level = found.filter(({ p }) => p <= 0.05).length / found.length;
  expect(level).toBeLessThan(0.085);
  expect(level).toBeGreaterThan(0.015);
});

test('level, growth and season of a group are no spread', () => {
  const smooth = Float64Array.from({ length: months }, (_, month) =>
    Math.round(1000 * 1.01 ** month * (1 + 0.5 * Math.sin((2 * Math.PI * month) / 12))),
  );
  expect(usualCountDispersion(smooth, ofMonths, 12)?.factor).toBe(1);
});

test('a year takes its neighbours for what is usual; less than that, or months without data, say nothing', () => {
  const counts = Float64Array.of(100, 110, 95, 102, 99, 104, 98, 101, 97, 103, 96, 100);
  const short = usualCountDispersion(counts, ofMonths.subarray(0, 12), 12) as UsualDispersion;
  expect(short.factor).toBe(1);
  expect(short.freedom).toBeCloseTo(10 / 1.94, 1);
  expect(usualCountDispersion(counts.subarray(0, 4), ofMonths.subarray(0, 4), 12)).toBeNull();
  expect(usualCountDispersion(new Float64Array(60), ofMonths, 12)).toBeNull();
  const holes = counts.map((count, month) => (month % 2 === 0 ? count : Number.NaN));
  expect(usualCountDispersion(holes, ofMonths.subarray(0, 12), 12)).toBeNull();
});

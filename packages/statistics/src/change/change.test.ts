import { expect, test } from 'vitest';
import { falseDiscovery } from '../space/false-discovery.ts';
import { countChangeInterval, relativeChangeInterval, shareChangeInterval } from './change-intervals.ts';
import { countScore, shareScore } from './conditional-score.ts';
import { rateContributions } from './contributions.ts';
import { dispersedP, reachOf } from './dispersed-p.ts';
import { seasonalCountChange } from './season.ts';

const byChance = { factor: 1, freedom: 20 };
const p = (score: number) => dispersedP(score, byChance);

test('two counts: binomial at mid-p, by hand', () => {
  // 12 of 15 at one half: P(13 or more) + P(12)/2 = (105 + 15 + 1 + 227.5) / 32768
  expect(p(countScore(12, 3))).toBeCloseTo((2 * 348.5) / 32_768, 10);
  expect(countScore(3, 12)).toBeCloseTo(-countScore(12, 3), 10);
  expect(countScore(0, 0)).toBe(0);
  expect(p(countScore(0, 40))).toBeCloseTo(2 ** -40, 14);
  expect(() => countScore(1.5, 2)).toThrow(RangeError);
});

test('the sum and the approximation meet, and thin tails do not run off to infinity', () => {
  expect(countScore(5100, 4900)).toBeCloseTo(200 / 100, 2);
  expect(countScore(5101, 4900)).toBeCloseTo(201 / Math.sqrt(10_001), 10);
  expect(countScore(2400, 600)).toBeCloseTo(1800 / Math.sqrt(3000), 10);
});

test('two shares: 130 of 139 after 169 of 169 is beyond chance, also as one of 16 districts', () => {
  const score = shareScore({ now: 130, nowTrials: 139, before: 169, beforeTrials: 169 });
  // Fisher: one table of C(139, 9) / C(308, 9) = 0.00067076 is as far; at mid-p half of it on one side.
  expect(p(score)).toBeCloseTo(0.00067076, 8);
  const { q } = falseDiscovery(Float64Array.from({ length: 16 }, (_, at) => (at === 0 ? p(score) : at / 16)));
  expect(q[0]).toBeCloseTo(0.010732, 6);
});

test("two shares: the tea taster's table at mid-p, and nothing to tell apart", () => {
  // Fisher: 3 of 4 against 1 of 4; P(4) = 1/70, P(3) = 16/70.
  expect(p(shareScore({ now: 3, nowTrials: 4, before: 1, beforeTrials: 4 }))).toBeCloseTo(18 / 70, 10);
  expect(shareScore({ now: 5, nowTrials: 5, before: 7, beforeTrials: 7 })).toBe(0);
  expect(shareScore({ now: 0, nowTrials: 0, before: 7, beforeTrials: 9 })).toBe(0);
  expect(shareScore({ now: 6000, nowTrials: 10_000, before: 5800, beforeTrials: 10_000 })).toBeCloseTo(
    0.02 / Math.sqrt(0.59 * 0.41 * 0.0002),
    10,
  );
});

test("what varies more than chance is judged by it, with Student's t as far as that is an estimate", () => {
  expect(dispersedP(1.959964, byChance)).toBeCloseTo(0.05, 6);
  expect(dispersedP(3.919928, { factor: 4, freedom: 1e9 })).toBeCloseTo(0.05, 6);
  // Nearly all of the variance is estimated: t of 20 degrees of freedom, 97.5 % at 2.085963.
  const estimated = { factor: 1e6, freedom: 20 };
  expect(dispersedP(2.085963e3, estimated)).toBeCloseTo(0.05, 4);
  expect(reachOf(estimated)).toBeCloseTo(2.085963, 3);
});

test('intervals of shares: Newcombe 1998, table II, method 10', () => {
  const of = (now: number, nowTrials: number, before: number, beforeTrials: number) => {
    const { lower, upper } = shareChangeInterval({ now, nowTrials, before, beforeTrials }, byChance);
    return [lower, upper].map((bound) => Math.round(bound * 1e4) / 1e4);
  };
  expect(of(56, 70, 48, 80)).toEqual([0.0524, 0.3339]);
  expect(of(9, 10, 3, 10)).toEqual([0.1705, 0.809]);
  expect(of(5, 56, 0, 29)).toEqual([-0.0381, 0.1926]);
  expect(of(10, 10, 0, 10)).toEqual([0.6075, 1]);
});

test('intervals of counts stay finite where a side is zero, and wider where counts vary more', () => {
  expect(relativeChangeInterval(60, 0, byChance)).toEqual({ lower: expect.any(Number), upper: Infinity });
  expect(relativeChangeInterval(60, 0, byChance).lower).toBeGreaterThan(10);
  const gone = relativeChangeInterval(0, 60, byChance);
  expect(gone.lower).toBe(-1);
  expect(gone.upper).toBeLessThan(-0.9);
  const appeared = countChangeInterval(60, 0, byChance);
  expect([appeared.lower > 40, appeared.upper < 80]).toEqual([true, true]);
  const [narrow, wide] = [1, 9].map((factor) => relativeChangeInterval(120, 100, { factor, freedom: 1e9 }));
  // Log ratio 0.182 ± 1.96 · √(1/120 + 1/100), nearly.
  expect(narrow?.lower).toBeCloseTo(-0.078, 2);
  expect(narrow?.upper).toBeCloseTo(0.561, 2);
  expect(wide?.lower).toBeLessThan(-0.4);
});

test('contributions to a rate add up to its change; a mix is told against the mean', () => {
  const before = { counts: Float64Array.of(80, 20), populations: Float64Array.of(100, 100) };
  const now = { counts: Float64Array.of(45, 60), populations: Float64Array.of(50, 150) };
  const { change, within, mix } = rateContributions(before, now);
  expect([...within, ...mix].reduce((sum, part) => sum + part, 0)).toBeCloseTo(change, 14);
  // Mean rate 0.5125: −0.25 · (0.85 − 0.5125) and 0.25 · (0.3 − 0.5125)
  expect(mix[0]).toBeCloseTo(-0.084375, 12);
  expect(mix[1]).toBeCloseTo(-0.053125, 12);
});

test('season: many earlier appeals speak for themselves, few are drawn to the whole', () => {
  const whole = { now: 120_000, before: 100_000 };
  expect(seasonalCountChange(1000, { now: 300_000, before: 100_000 }, whole)).toBeCloseTo(1999.5, 0);
  expect(seasonalCountChange(1000, { now: 0, before: 0 }, whole)).toBeCloseTo(200, 10);
  expect(seasonalCountChange(1000, { now: 5, before: 0 }, { now: 5, before: 0 })).toBeNaN();
});

import { expect, test } from 'vitest';
import { poissonDraw } from '../poisson-draw.ts';
import { seededRandom } from '../random.ts';
import { effectiveNumber } from './effective-number.ts';
import { yearSeason } from './year-season.ts';

test('by hand: two seasons, three years of other levels', () => {
  // Levels 10, 20, 40; the second season has three times the first: factors 0.5 and 1.5.
  const { factors, years, freedom } = yearSeason(
    Float64Array.of(5, 15, 10, 30, 20, 60),
    new Float64Array(6).fill(1),
    2,
  );
  expect([...factors].map((factor) => Math.round(factor * 1e9) / 1e9)).toEqual([0.5, 1.5]);
  expect([years, freedom]).toEqual([3, 2]);
});

test('a month without data, and longer months, leave the season as it is', () => {
  const days = Float64Array.from({ length: 48 }, (_, month) => (month % 2 === 0 ? 31 : 30));
  const counts = days.map((length, month) => length * (month % 12 === 10 ? 4 : 2));
  counts[5] = Number.NaN;
  const { factors, p } = yearSeason(counts, days);
  expect(factors[10]).toBeCloseTo(4 / (26 / 12), 6);
  expect(factors[5]).toBeCloseTo(2 / (26 / 12), 6);
  expect(p).toBeLessThan(1e-6);
});

test('too little is known of one year, or of a season without data', () => {
  const days = new Float64Array(24).fill(30);
  const counts = new Float64Array(24).fill(9);
  expect(yearSeason(counts.subarray(0, 12), days.subarray(0, 12)).p).toBeNaN();
  counts[3] = Number.NaN;
  counts[15] = Number.NaN;
  expect(yearSeason(counts, days).p).toBeNaN();
});

test('where there is none, a season is told in about a twentieth', () => {
  const random = seededRandom(4);
  const poisson = poissonDraw(random);
  const days = new Float64Array(60).fill(30);
  let told = 0;
  for (let series = 0; series < 600; series++) {
    const restless = 1 + 2 * random();
    const counts = days.map(() => poisson(20 * Math.exp(0.1 * restless * (random() + random() - 1))));
    if (yearSeason(counts, days).p <= 0.05) told++;
  }
  expect(told / 600).toBeLessThanOrEqual(0.08);
  expect(told / 600).toBeGreaterThanOrEqual(0.02);
});

test.each([
  [[20, 10, 10], 1600 / 600],
  [[7], 1],
  [[5, 5, 5, 5], 4],
  [[], Number.NaN],
  [[0, 0], Number.NaN],
])('%j are as many as %d equal parts', (counts, expected) => {
  if (Number.isNaN(expected)) expect(effectiveNumber(counts)).toBeNaN();
  else expect(effectiveNumber(counts)).toBeCloseTo(expected, 12);
});

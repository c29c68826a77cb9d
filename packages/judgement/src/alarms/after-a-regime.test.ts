import {
  falseDiscovery,
  farringtonHistory,
  seededRandom,
  type UniformRandom,
} from '@hotline-atlas/statistics';
import { expect, test } from 'vitest';
import { historyOf, judgeAlarms, judgeSeries, rules, withGaps } from './judge.ts';

// Weeks of a history like Beijing's: three years of a rising level, 56 weeks left out at a multiple of it,
// then nearly twice the level.
const regime = { from: 152, to: 208 };
const steps = 300;
const days = Int32Array.from({ length: steps }, (_, step) => 17_900 + 7 * step);
const leftOut = Uint8Array.from({ length: steps }, (_, step) =>
  step >= regime.from && step < regime.to ? 1 : 0,
);
const series = 600;

const levelOf = (step: number) => {
  if (step >= regime.to) return 1.9;
  if (step >= regime.from) return 6;
  return [0.64, 1, 1.2][Math.floor(step / 52)] ?? 1.2;
};

function poisson(random: UniformRandom, mean: number): number {
  const bound = Math.exp(-Math.min(mean, 700));
  let count = -1;
  for (let product = 1; product > bound; count++) product *= random();
  return count;
}

/** Log-normal of mean 1: what two weeks of one series differ by without a cause. */
const shaken = (random: UniformRandom, spread: number) =>
  Math.exp(
    spread * Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random()) - (spread * spread) / 2,
  );

/**
 * Series from one case in half a year to sixty a week, each with its season, its own change of level, and
 * calls that come in crowds.
 */
function draw(seed: number, crowds: number): Uint32Array {
  const random = seededRandom(seed);
  const counts = new Uint32Array(series * steps);
  for (let row = 0; row < series; row++) {
    const mean = 0.04 * 1000 ** random();
    const [height, phase, own] = [0.6 * random(), random(), shaken(random, 0.25)];
    for (let step = 0; step < steps; step++) {
      const season = 1 + height * Math.sin(2 * Math.PI * (step / 52.18 + phase));
      const level = levelOf(step) * (step >= regime.to ? own : 1);
      const alone = poisson(random, mean * level * season * shaken(random, 0.15));
      const crowd = random() < crowds * Math.min(1, mean) ? 2 + poisson(random, 3) : 0;
      counts[row * steps + step] = alone + crowd;
    }
  }
  return counts;
}

const upTo = (counts: Uint32Array, current: number) =>
  Uint32Array.from({ length: series * (current + 1) }, (_, at) => {
    const row = Math.floor(at / (current + 1));
    return counts[row * steps + (at % (current + 1))] ?? 0;
  });

/** How many of the series are beyond their threshold at q < 0.05, as it is judged and by Farrington alone. */
function alarmsAt(counts: Uint32Array, current: number): { now: number[]; farrington: number } {
  const judged = judgeAlarms({
    counts: upTo(counts, current),
    steps: current + 1,
    days: days.subarray(0, current + 1),
    leftOut: leftOut.subarray(0, current + 1),
    alpha: 0.01,
  });
  const rowsOf = (p: Float64Array) => [...falseDiscovery(p).q.entries()].filter(([, q]) => q < 0.05);
  const history = farringtonHistory(days.subarray(0, current + 1), current);
  const alone = Float64Array.from({ length: series }, (_, row) => {
    const own = counts.subarray(row * steps, row * steps + current + 1);
    if ((own[current] ?? 0) < 5) return 1;
    const gaps = withGaps(own, leftOut, current);
    return judgeSeries(gaps, current, { history, levelSince: null }, 0.01)?.alarm.p ?? 1;
  });
  return { now: rowsOf(judged.p).map(([row]) => row), farrington: rowsOf(alone).length };
}

const looked = [214, 218, 224, 240];
/** A burst pipe's day in a subdistrict. */
const outbreak = 15;
const plantedIn = Array.from({ length: 15 }, (_, index) => 3 + 40 * index);

test('a level that a regime left behind: outbreaks are found, and little else (seeded)', () => {
  const counts = draw(11, 0.01);
  let [quiet, byFarrington, found, others] = [0, 0, 0, 0];
  for (const current of looked) {
    const { now, farrington } = alarmsAt(counts, current);
    quiet += now.length;
    byFarrington += farrington;
    const planted = counts.slice();
    for (const row of plantedIn)
      planted[row * steps + current] = (planted[row * steps + current] ?? 0) + outbreak;
    const raised = alarmsAt(planted, current).now;
    found += raised.filter((row) => plantedIn.includes(row)).length;
    others += raised.filter((row) => !plantedIn.includes(row)).length;
  }
  expect(byFarrington).toBeGreaterThan(40);
  expect(quiet).toBeLessThanOrEqual(2);
  expect(found).toBeGreaterThan(0.6 * looked.length * plantedIn.length);
  expect(others).toBeLessThanOrEqual(0.1 * found);
}, 120_000);

test('the level of the last weeks is taken from six weeks after a regime, until Farrington can follow it', () => {
  const sinceAt = (current: number) => {
    const long = Int32Array.from({ length: current + 1 }, (_, step) => 17_900 + 7 * step);
    const left = Uint8Array.from(long, (_, step) => (step >= regime.from && step < regime.to ? 1 : 0));
    return historyOf(long, current, left)?.levelSince;
  };
  expect([200, 213, 214, 389, 390].map(sinceAt)).toEqual([null, null, 208, 208, null]);
  expect(rules).toContain('recent_level');
});

test('three weeks left out interrupt a level and do not begin another', () => {
  const sinceWith = (spans: readonly (readonly [number, number])[], current = 240) => {
    const left = Uint8Array.from({ length: current + 1 }, (_, step) =>
      spans.some(([from, to]) => from <= step && step < to) ? 1 : 0,
    );
    return historyOf(days.subarray(0, current + 1), current, left)?.levelSince;
  };
  const flood = [225, 228] as const;
  expect(sinceWith([flood])).toBeNull();
  expect(sinceWith([[regime.from, regime.to], flood])).toBe(regime.to);
  expect(sinceWith([[212, 224]])).toBeNull();
  expect(sinceWith([[212, 225]])).toBe(225);
  expect(
    sinceWith([
      [regime.from, regime.to],
      [238, 241],
    ]),
  ).toBe(regime.to);
});

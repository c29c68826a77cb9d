import { neighboursFromPairs, seededRandom } from '@hotline-atlas/statistics';
import { expect, test } from 'vitest';
import { seedOf } from '../answer/numbers.ts';
import { type HotspotsInput, judgeHotspots } from './judge.ts';

const side = 30;

/** A square of places that touch by their sides. */
const grid = () =>
  neighboursFromPairs(
    side * side,
    Array.from({ length: side * side }, (_, place) => [
      ...(place % side < side - 1 ? [[place, place + 1] as const] : []),
      ...(place < side * (side - 1) ? [[place, place + side] as const] : []),
    ]).flat(),
  );

function poisson(mean: number, random: () => number): number {
  let [count, product] = [0, random()];
  for (; product > Math.exp(-mean); product *= random()) count++;
  return count;
}

/** Counts that are only chance around expectations that differ a hundredfold between places. */
function chance(
  steps: number,
  seed: number,
  more: (place: number, step: number) => number = () => 0,
): HotspotsInput {
  const random = seededRandom(seed);
  const places = side * side;
  const expected = Float64Array.from({ length: places * steps }, (_, index) => {
    const place = Math.floor(index / steps);
    return 0.1 + 10 * Math.exp(-((place % side) + Math.floor(place / side)) / 8);
  });
  const counts = expected.map(
    (mean, index) => poisson(mean, random) + more(Math.floor(index / steps), index % steps),
  );
  return {
    counts,
    expected,
    places,
    steps,
    neighbours: grid(),
    placeSeeds: Uint32Array.from({ length: places }, (_, place) => seedOf(`place ${place}`)),
    stepSeeds: Uint32Array.from({ length: steps }, (_, step) => 20_000 + 31 * step),
    alpha: 0.05,
  };
}

test('by chance alone p is uniform in small and large places alike, and nothing is hot after control', () => {
  const judged = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => judgeHotspots(chance(1, seed)));
  for (const dense of [true, false]) {
    const p = judged.flatMap(({ p }) => [...p].filter((_, place) => place % side < side / 2 === dense));
    const below = p.filter((value) => value < 0.05).length / p.length;
    expect(below).toBeGreaterThan(0.035);
    expect(below).toBeLessThan(0.065);
  }
  const alarms = judged.filter(({ q }) => q.some((value) => value < 0.05)).length;
  expect(alarms).toBeLessThanOrEqual(2);
});

test('an outbreak in three neighbouring places in the last two of ten steps is a consecutive hot spot', () => {
  const outbreak = [465, 466, 495];
  const input = chance(10, 9, (place, step) => (outbreak.includes(place) && step >= 8 ? 25 : 0));
  const { bins, classes, moran } = judgeHotspots(input);
  for (const place of outbreak) {
    expect(bins[place * 10 + 9]).toBe(99);
    expect(classes[place]).toBe(2);
  }
  expect(classes.filter((code) => code > 0).length).toBeLessThan(20);
  expect(moran?.z).toBeGreaterThan(0);
});

test('a question has one answer', () => {
  const [first, second] = [judgeHotspots(chance(3, 4)), judgeHotspots(chance(3, 4))];
  expect([...first.z]).toEqual([...second.z]);
});

test('two steps and a handful of places are enough for an answer', () => {
  const input = chance(2, 5);
  const few: HotspotsInput = {
    ...input,
    places: 3,
    counts: input.counts.slice(0, 6),
    expected: input.expected.slice(0, 6),
    neighbours: neighboursFromPairs(3, [[0, 1]]),
  };
  const judged = judgeHotspots(few);
  expect([judged.z.length, judged.classes.length, judged.moran]).toEqual([6, 3, null]);
  expect([...judged.z].every(Number.isFinite)).toBe(true);
});

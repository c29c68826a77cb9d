import { InvalidQuestion } from '@hotline-atlas/model';
import { parameters } from '@hotline-atlas/query/testing';
import { seededRandom } from '@hotline-atlas/statistics';
import { expect, test } from 'vitest';
import { usualBaselines } from './baseline.ts';
import { type ClustersInput, judgeClusters } from './judge.ts';
import { parseClusters } from './request.ts';

test('what is not sent has a default, and nonsense is refused', () => {
  expect(parseClusters(parameters(''), [])).toMatchObject({
    level: 'cell',
    resolution: 7,
    step: 'week',
    longest: 8,
    widest: 0.1,
    replications: 99,
    alive: 'any',
    limit: 5,
  });
  expect(parseClusters(parameters('widest=.25'), []).widest).toBe(0.25);
  for (const address of ['widest=2', 'widest=1e-1', 'replications=200', 'longest=0', 'alive=yes'])
    expect(() => parseClusters(parameters(address), [])).toThrow(InvalidQuestion);
});

test('a place is expected to have its usual share of the step', () => {
  const counts = { places: 2, steps: 2, values: Float64Array.of(4, 6, 0, 10) };
  expect([...usualBaselines(counts, Float64Array.of(30, 10)).values]).toEqual([3, 12, 1, 4]);
  // A place is known at least from the steps themselves.
  expect([...usualBaselines(counts, Float64Array.of(10, 0)).values]).toEqual([2, 8, 2, 8]);
});

const side = 12;

/** Places a kilometre apart; chance, and perhaps an outbreak in some places and steps. */
function history(seed: number, outbreak: (place: number, step: number) => number): ClustersInput {
  const random = seededRandom(seed);
  const [places, steps] = [side * side, 10];
  const counts = new Float64Array(places * steps);
  for (let index = 0; index < counts.length; index++) {
    let [count, product] = [0, random()];
    for (; product > Math.exp(-2); product *= random()) count++;
    counts[index] = count + outbreak(Math.floor(index / steps), index % steps);
  }
  return {
    counts,
    baselines: usualBaselines({ places, steps, values: counts }, new Float64Array(places).fill(20)).values,
    places,
    steps,
    latitudes: Float64Array.from({ length: places }, (_, place) => 40 + Math.floor(place / side) * 0.009),
    longitudes: Float64Array.from({ length: places }, (_, place) => 116 + (place % side) * 0.01174),
    mostPlaces: 20,
    widest: 0.1,
    longest: 4,
    ends: 'any',
    mostClusters: 3,
    replications: 99,
    seed: 1,
  };
}

test('an outbreak that has ended is found: its places, its steps, its size', () => {
  const [likely] = judgeClusters(
    history(3, (place, step) => ([65, 66].includes(place) && [4, 5].includes(step) ? 12 : 0)),
  ).clusters;
  expect(likely?.places).toEqual(expect.arrayContaining([65, 66]));
  expect(likely?.places.length).toBeLessThanOrEqual(5);
  expect(likely).toMatchObject({ from: 4, to: 6, p: 0.01 });
  expect(likely?.gumbelP).toBeLessThan(1e-4);
  expect(likely?.radiusMetres).toBeGreaterThan(950);
  expect(likely?.radiusMetres).toBeLessThan(2050);
});

test('where nothing happens p is rarely small', () => {
  const small = Array.from(
    { length: 20 },
    (_, seed) => judgeClusters(history(seed + 10, () => 0)).clusters[0],
  ).filter((cluster) => cluster && cluster.p <= 0.05);
  expect(small.length).toBeLessThanOrEqual(3);
}, 60_000);

test('the same question has the same answer', () => {
  const ask = () => judgeClusters(history(5, (place) => (place === 7 ? 3 : 0))).clusters;
  expect(ask()).toEqual(ask());
});

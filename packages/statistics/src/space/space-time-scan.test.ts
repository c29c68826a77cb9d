import { expect, test } from 'vitest';
import { poissonDraw } from '../poisson-draw.ts';
import { seededRandom } from '../random.ts';
import { type ScanInput, spaceTimeScan } from './space-time-scan.ts';
import { poissonScore } from './space-time-search.ts';
import { circularZones, zonesFromLists } from './zones.ts';

const published = {
  counts: Float64Array.of(0, 20, 2, 1, 1, 0),
  baselines: Float64Array.of(0.5, 2, 0.5, 2, 0.5, 2),
  places: 2,
};

const bestOf = (lists: number[][], mostSteps: number) =>
  spaceTimeScan({ ...published, zones: zonesFromLists(lists) }, { mostSteps, replicates: 0 })[0];

/** `steps` × `side`² places of chance around 3. */
function quiet(side: number, steps: number, seed: number): ScanInput {
  const places = side * side;
  const draw = poissonDraw(seededRandom(seed));
  const cells = Float64Array.from({ length: places }, (_, place) => place);
  const points = { x: cells.map((cell) => cell % side), y: cells.map((cell) => Math.floor(cell / side)) };
  return {
    counts: Float64Array.from({ length: steps * places }, () => draw(3)),
    baselines: new Float64Array(steps * places).fill(3),
    places,
    zones: circularZones(points, { mostPlaces: 9 }),
  };
}

test('gives the published scores (which list the newest row first; ours runs from the oldest)', () => {
  expect(bestOf([[0]], 1)).toMatchObject({ steps: 1, observed: 1, expected: 0.5 });
  expect(bestOf([[0]], 1)?.score).toBeCloseTo(0.193147, 6);
  expect(bestOf([[0]], 3)?.steps).toBe(2);
  expect(bestOf([[0]], 3)?.score).toBeCloseTo(1.295837, 6);
  expect(poissonScore(3, 1.5)).toBeCloseTo(0.579442, 6);
  expect(bestOf([[1]], 3)?.score).toBeCloseTo(11.308022, 6);
  const likely = bestOf([[0], [1], [0, 1]], 3);
  expect(likely).toMatchObject({ zone: 2, steps: 3, observed: 24, expected: 7.5 });
  expect(likely?.score).toBeCloseTo(11.415619, 6);
  expect([...(likely?.places ?? [])]).toEqual([0, 1]);
});

test('finds a planted cluster with its place and beginning, then others that share no place with it', () => {
  const input = quiet(10, 8, 1);
  for (const place of [12, 21, 22, 23, 32])
    for (const step of [5, 6, 7]) input.counts[step * 100 + place] = 12;
  for (const step of [6, 7]) input.counts[step * 100 + 88] = 14;
  const clusters = spaceTimeScan(input, { replicates: 99, mostClusters: 3 });
  expect([...(clusters[0]?.places ?? [])].sort()).toEqual([12, 21, 22, 23, 32]);
  expect(clusters[0]).toMatchObject({ steps: 3, observed: 180, p: 0.01 });
  expect(clusters[0]?.gumbelP).toBeLessThan(1e-6);
  expect([...(clusters[1]?.places ?? [])]).toEqual([88]);
  const all = clusters.flatMap(({ places }) => [...places]);
  expect(new Set(all).size).toBe(all.length);
  expect(clusters[2]?.score).toBeLessThanOrEqual(clusters[1]?.score ?? 0);
});

test('p is about uniform when nothing happens, and Gumbel agrees with counting', () => {
  const results = Array.from({ length: 200 }, (_, seed) =>
    spaceTimeScan(quiet(5, 3, 1000 + seed), { replicates: 99, mostClusters: 1, seed }),
  ).flat();
  expect(results).toHaveLength(200);
  for (const level of [0.1, 0.5]) {
    expect(Math.abs(results.filter(({ p }) => p <= level).length / 200 - level)).toBeLessThan(0.09);
    expect(Math.abs(results.filter(({ gumbelP }) => gumbelP <= level).length / 200 - level)).toBeLessThan(
      0.09,
    );
  }
});

test('the same seed gives the same p, and nested circles the same answer as their lists', () => {
  const input = quiet(6, 4, 7);
  const { offsets, places } = input.zones;
  const lists = Array.from({ length: 36 }, (_, row) =>
    Array.from({ length: (offsets[row + 1] ?? 0) - (offsets[row] ?? 0) }, (_size, size) =>
      places.slice(offsets[row], (offsets[row] ?? 0) + size + 1),
    ),
  ).flat();
  const nested = spaceTimeScan(input, { replicates: 49 });
  expect(spaceTimeScan(input, { replicates: 49 })).toEqual(nested);
  const listed = spaceTimeScan({ ...input, zones: zonesFromLists(lists) }, { replicates: 49 });
  expect(listed.map(({ zone: _, ...rest }) => rest)).toEqual(nested.map(({ zone: _, ...rest }) => rest));
});

test('nothing counted or nothing in excess is no cluster', () => {
  const input = quiet(3, 2, 1);
  expect(spaceTimeScan({ ...input, counts: new Float64Array(18) })).toEqual([]);
  expect(spaceTimeScan({ ...input, counts: input.baselines })).toEqual([]);
  expect(spaceTimeScan({ ...input, counts: new Float64Array(18), baselines: new Float64Array(18) })).toEqual(
    [],
  );
  expect(spaceTimeScan({ ...input, zones: zonesFromLists([]) })).toEqual([]);
});

test('one place and one step is enough', () => {
  const zones = zonesFromLists([[0]]);
  const [cluster] = spaceTimeScan({
    counts: Float64Array.of(9),
    baselines: Float64Array.of(3),
    places: 1,
    zones,
  });
  expect(cluster).toMatchObject({ zone: 0, steps: 1, observed: 9, expected: 3 });
  expect(cluster?.p).toBeLessThan(0.02);
});

test('refuses shapes that do not fit and counts that cannot be judged', () => {
  const input = quiet(3, 2, 1);
  const wrong: Partial<ScanInput>[] = [
    { places: 7 },
    { places: 0 },
    { baselines: new Float64Array(3) },
    { counts: new Float64Array(18).fill(Number.NaN) },
    { counts: new Float64Array(18).fill(-1) },
    { counts: new Float64Array(18).fill(1), baselines: new Float64Array(18) },
    { baselines: new Float64Array(18).fill(Number.POSITIVE_INFINITY) },
    { zones: zonesFromLists([[9]]) },
  ];
  for (const part of wrong) expect(() => spaceTimeScan({ ...input, ...part })).toThrow(RangeError);
});

test('takes 10^5 places', () => {
  const places = 100_000;
  const cells = Float64Array.from({ length: places }, (_, place) => place);
  const points = { x: cells.map((cell) => cell % 317), y: cells.map((cell) => Math.floor(cell / 317)) };
  const counts = new Float64Array(4 * places).fill(1);
  counts[3 * places + 777] = 40;
  const zones = circularZones(points, { mostPlaces: 7 });
  const baselines = new Float64Array(4 * places).fill(1);
  const [cluster] = spaceTimeScan({ counts, baselines, places, zones }, { replicates: 4, mostClusters: 1 });
  expect([...(cluster?.places ?? [])]).toEqual([777]);
  expect(cluster).toMatchObject({ steps: 1, p: 0.2 });
}, 60_000);

test('a cluster that has ended is found where any end is looked at, with its span', () => {
  const places = 4;
  const baselines = new Float64Array(6 * places).fill(5);
  const counts = baselines.map((_, index) =>
    index % places === 2 && [1, 2].includes(Math.floor(index / places)) ? 30 : 5,
  );
  const zones = zonesFromLists([[0], [1], [2], [3]]);
  const [ended] = spaceTimeScan(
    { counts, baselines, places, zones },
    { ends: 'any', mostSteps: 3, replicates: 99 },
  );
  expect(ended).toMatchObject({ zone: 2, end: 3, steps: 2, observed: 60, expected: 10, p: 0.01 });
  const [now] = spaceTimeScan({ counts, baselines, places, zones }, { mostSteps: 3, replicates: 99 });
  expect(now).toBeUndefined();
});

import type { GlobalMoran, HotspotClass, HotspotPlaces, Hotspots } from '@hotline-atlas/model';
import { probability, rounded } from '../answer/numbers.ts';
import { placeTotals } from '../series/matrix.ts';
import { hotspotClasses } from './classes.ts';
import type { Gathered } from './gathered.ts';
import type { HotspotsJudged } from './judge.ts';

const grades: Record<number, number> = { 90: 1, 95: 2, 99: 3 };

/** ±90, ±95, ±99 as ±1, ±2, ±3. */
const grade = (bin: number | undefined): number => {
  const size = grades[Math.abs(bin ?? 0)] ?? 0;
  return (bin ?? 0) < 0 ? -size : size;
};

/**
 * As a list, number by number: `Array.from` takes ten times as long, which counts for a number a place and
 * step.
 */
function listed<Value>(values: ArrayLike<number>, each: (value: number) => Value): Value[] {
  const list = new Array<Value>(values.length);
  for (let index = 0; index < values.length; index++) list[index] = each(values[index] ?? Number.NaN);
  return list;
}

const itself = (value: number): number => value;

const numbers = (values: Float64Array, decimals: number): (number | null)[] =>
  listed(values, (value) => rounded(value, decimals));

const latestOf = (values: ArrayLike<number>, steps: number, place: number): number | undefined =>
  values[(place + 1) * steps - 1];

function countSteps(bins: Int8Array, steps: number, place: number, sign: 1 | -1): number {
  let count = 0;
  for (const bin of bins.subarray(place * steps, (place + 1) * steps)) if (bin * sign > 0) count++;
  return count;
}

/** The columns of places; what was not judged is null, or 0 for bins and classes. */
export function placesOf(
  { area, counts, expectations }: Gathered,
  judged: HotspotsJudged,
  shown: boolean,
): HotspotPlaces {
  const { steps } = counts;
  const total = Array.from(placeTotals(counts));
  const each = <Value>(value: (place: number) => Value): Value[] =>
    area.places.map((_, place) => value(place));
  const judgedOnly = (value: (place: number) => number | null) =>
    each((place) => (shown ? value(place) : null));
  return {
    place: area.places,
    count: total,
    residents: area.residents,
    rate: each((place) => {
      const residents = area.residents[place];
      return residents ? rounded((10_000 * (total[place] ?? 0)) / residents, 2) : null;
    }),
    expected: numbers(placeTotals(expectations), 2),
    latest_count: each((place) => latestOf(counts.values, steps, place) ?? 0),
    latest_expected: each((place) => rounded(latestOf(expectations.values, steps, place), 2)),
    z: judgedOnly((place) => rounded(latestOf(judged.z, steps, place))),
    p: judgedOnly((place) => probability(judged.p[place])),
    q: judgedOnly((place) => probability(latestOf(judged.q, steps, place))),
    bin: each((place) => grade(latestOf(judged.bins, steps, place))),
    trend_z: judgedOnly((place) => rounded(judged.trendZ[place])),
    trend_p: judgedOnly((place) => probability(judged.trendP[place])),
    hot_steps: each((place) => countSteps(judged.bins, steps, place, 1)),
    cold_steps: each((place) => countSteps(judged.bins, steps, place, -1)),
    class: each((place) => judged.classes[place] ?? 0),
  };
}

/** What is told without having been judged, places × steps, place by place. */
export type Counted = Pick<Hotspots['series'], 'count' | 'expected'>;

export const countedOf = ({ counts, expectations }: Gathered): Counted => ({
  count: listed(counts.values, itself),
  expected: numbers(expectations.values, 2),
});

/** The same with what was judged. */
export const seriesOf = (counted: Counted, judged: HotspotsJudged, shown: boolean): Hotspots['series'] => ({
  ...counted,
  z: shown ? numbers(judged.z, 2) : listed(counted.count, () => null),
  bin: listed(shown ? judged.bins : new Int8Array(counted.count.length), grade),
});

/** The classes and how many places are in each. */
export function classesOf(codes: readonly number[]): HotspotClass[] {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return hotspotClasses.map((described) => ({ ...described, places: counts.get(described.code) ?? 0 }));
}

export const globalOf = ({ moran }: HotspotsJudged): GlobalMoran | null =>
  moran && {
    moran: rounded(moran.value, 4) ?? 0,
    expected: rounded(moran.expected, 6) ?? 0,
    z: rounded(moran.z) ?? 0,
    p: probability(moran.p) ?? 1,
  };

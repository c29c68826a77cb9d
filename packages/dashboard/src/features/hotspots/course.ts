import type { Hotspots, Period } from '@hotline-atlas/model';
import { stepEnd } from '../../judgement/numbers.ts';
import { pressure } from './paint.ts';

/** One place through all steps. */
export interface PlaceCourse {
  index: number;
  place: string;
  start: readonly string[];
  count: number[];
  expected: (number | null)[];
  z: (number | null)[];
  bin: number[];
}

/** The course of a place; null where it is not among those judged. */
export function courseOf(answer: Hotspots, place: string): PlaceCourse | null {
  const index = answer.places.place.indexOf(place);
  if (index < 0) return null;
  const steps = answer.meta.steps.length;
  const [from, to] = [index * steps, (index + 1) * steps];
  const { series } = answer;
  return {
    index,
    place,
    start: answer.meta.steps,
    count: series.count.slice(from, to),
    expected: series.expected.slice(from, to),
    z: series.z.slice(from, to),
    bin: series.bin.slice(from, to),
  };
}

/** The index of a step; the latest where it is not among those judged. */
export function stepIndex({ meta }: Hotspots, at: string): number {
  const found = meta.steps.indexOf(at);
  return found >= 0 ? found : meta.steps.length - 1;
}

/** The days of a step. */
export function stepPeriod({ meta }: Hotspots, index: number): Period {
  const from = meta.steps[index] ?? meta.period.from;
  return { from, to: stepEnd(from, meta.step) };
}

const strongest = 3;

/** How many places are in each bin at a step. */
export function binCounts({ series, meta, places }: Hotspots, index: number): Map<number, number> {
  const counts = new Uint32Array(2 * strongest + 1);
  const steps = meta.steps.length;
  for (let cell = index, end = places.place.length * steps; cell < end; cell += steps) {
    const bin = (series.bin[cell] ?? 0) + strongest;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const found = Array.from(counts, (count, bin) => [bin - strongest, count] as const);
  return new Map(found.filter(([, count]) => count > 0));
}

export interface Standout {
  index: number;
  place: string;
  count: number;
  expected: number | null;
  z: number;
  bin: number;
}

/** One number to rank a place by: its bin's strength, hot before cold, then the size of its deviation. */
const rankOf = (bin: number, z: number): number =>
  Math.abs(bin) * 2000 + (bin > 0 ? 1000 : 0) + Math.min(Math.abs(z), 999);

/**
 * Places by how far they stand out at a step: hot ones first, then cold, then the rest by the size of their
 * deviation. Asked for in
 * every frame while steps are scrubbed: only those listed become objects.
 * @param most how many
 */
export function standouts(answer: Hotspots, index: number, most: number): Standout[] {
  const { meta, places, series } = answer;
  const ranks = new Float64Array(places.place.length);
  for (let at = 0; at < ranks.length; at += 1) {
    const cell = at * meta.steps.length + index;
    ranks[at] = rankOf(series.bin[cell] ?? 0, series.z[cell] ?? 0);
  }
  const lowest = ranks.slice().sort()[Math.max(0, ranks.length - most)] ?? 0;
  const listed = places.place.flatMap((_, at) => ((ranks[at] ?? 0) >= lowest ? [at] : []));
  return listed
    .sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0))
    .slice(0, most)
    .map((at) => standingAt(answer, at, index));
}

/** Places with a pattern, the most pressing first; hot before cold. */
export function patterned(answer: Hotspots, index: number, most: number, only: number | null): Standout[] {
  const classOf = ({ index: place }: Standout) => answer.places.class[place] ?? 0;
  return standingsAt(answer, index)
    .filter((each) => (only === null ? classOf(each) !== 0 : classOf(each) === only))
    .sort(
      (a, b) =>
        Math.sign(classOf(b)) - Math.sign(classOf(a)) ||
        pressure(classOf(a)) - pressure(classOf(b)) ||
        Math.abs(b.z) - Math.abs(a.z),
    )
    .slice(0, most);
}

function standingAt({ meta, places, series }: Hotspots, at: number, index: number): Standout {
  const cell = at * meta.steps.length + index;
  return {
    index: at,
    place: places.place[at] ?? '',
    count: series.count[cell] ?? 0,
    expected: series.expected[cell] ?? null,
    z: series.z[cell] ?? 0,
    bin: series.bin[cell] ?? 0,
  };
}

/** Each place at a step. */
const standingsAt = (answer: Hotspots, index: number): Standout[] =>
  answer.places.place.map((_, at) => standingAt(answer, at, index));

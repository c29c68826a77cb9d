import type { AlarmArea, AlarmTopic } from '@hotline-atlas/model';
import type { Series } from '../series/decode-series.ts';
import type { WatchSteps } from './watch-steps.ts';

/** One topic in one area, watched. */
export interface WatchedSeries {
  topic: AlarmTopic;
  area: AlarmArea;
  /** The district a subdistrict lies in; the district itself; empty for the city. */
  district: string;
  /** Codes of the topics above and its own, from the first level on; a level that is not known is empty. */
  path: readonly string[];
  /** One count a step. */
  counts: Uint32Array;
}

/** A topic with its path. */
type PathedTopic = Pick<WatchedSeries, 'topic' | 'path'>;

const allTopics: PathedTopic = { topic: { level: 0, code: '' }, path: [] };
const city: AlarmArea = { level: 'city', code: '' };

/** The topic on every level above it and its own; levels that are not known are left out. */
function topicsOf(codes: readonly string[]): PathedTopic[] {
  const known = codes.flatMap((code, index) =>
    code === ''
      ? []
      : [{ topic: { level: (index + 1) as 1 | 2 | 3, code }, path: codes.slice(0, index + 1) }],
  );
  return [allTopics, ...known];
}

/**
 * Which step each day belongs to, by the day less the first; a list, because a week's list looks up tens of
 * millions of days.
 */
function stepsByDay({ days, watch }: WatchSteps): { first: number; steps: Int32Array } {
  const width = watch === 'day' ? 1 : 7;
  const first = (days[0] ?? 0) - width + 1;
  const steps = new Int32Array(Math.max(0, (days.at(-1) ?? first) - first + 1)).fill(-1);
  days.forEach((end, step) => {
    steps.fill(step, end - first - width + 1, end - first + 1);
  });
  return { first, steps };
}

/** Sums of series by step. */
function summingBy(watched: WatchSteps): (series: Series) => Uint32Array {
  const { first, steps } = stepsByDay(watched);
  return ({ days, counts: [own] }) => {
    const sums = new Uint32Array(watched.ends.length);
    for (let index = 0; index < days.length; index++) {
      const step = steps[(days[index] ?? 0) - first] ?? -1;
      if (step >= 0) sums[step] = (sums[step] ?? 0) + (own?.[index] ?? 0);
    }
    return sums;
  };
}

/** Collects series by topic and area, adding up what comes for the same. */
function collector() {
  const found = new Map<string, WatchedSeries>();
  return {
    all: () => [...found.values()],
    add({ topic, path }: PathedTopic, area: AlarmArea, district: string, sums: Uint32Array): void {
      const key = `${topic.level}${topic.code}|${area.level}${area.code}`;
      const series = found.get(key);
      if (!series) {
        found.set(key, { topic, area, district, path, counts: sums.slice() });
        return;
      }
      const { counts } = series;
      for (let step = 0; step < counts.length; step++) counts[step] = (counts[step] ?? 0) + (sums[step] ?? 0);
    },
  };
}

/**
 * Every series that is watched.
 * @param byTopic series by district and the three levels of topics: topics of every level in districts and in
 * the city
 * @param byArea series by district, subdistrict and first-level topic: first-level topics and all together in
 * subdistricts
 */
export function watchedSeries(
  byTopic: readonly Series[],
  byArea: readonly Series[],
  steps: WatchSteps,
): WatchedSeries[] {
  const collected = collector();
  const summed = summingBy(steps);
  for (const series of byTopic) {
    const [district = '', ...codes] = series.keys;
    const sums = summed(series);
    for (const topic of topicsOf(codes)) {
      collected.add(topic, city, '', sums);
      if (district !== '') collected.add(topic, { level: 'district', code: district }, district, sums);
    }
  }
  for (const series of byArea) {
    const [district = '', subdistrict = '', topic1 = ''] = series.keys;
    if (subdistrict === '') continue;
    const sums = summed(series);
    for (const topic of topicsOf([topic1]))
      collected.add(topic, { level: 'subdistrict', code: subdistrict }, district, sums);
  }
  return collected.all();
}

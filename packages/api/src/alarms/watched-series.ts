import type { AlarmArea, AlarmTopic } from '@hotline-atlas/model';
import type { Series } from '../judgement/decode-series.ts';
import type { WatchSteps } from './watch-steps.ts';

/** One topic in one area, watched. */
export interface WatchedSeries {
  topic: AlarmTopic;
  area: AlarmArea;
  /** The district a subdistrict lies in; the district itself; empty for the city. */
  district: string;
  /** One count a step. */
  counts: Uint32Array;
}

const allTopics: AlarmTopic = { level: 0, code: '' };
const city: AlarmArea = { level: 'city', code: '' };

/** The topic on every level above it and its own; levels that are not known are left out. */
function topicsOf(codes: readonly string[]): AlarmTopic[] {
  const known = codes.flatMap((code, index) =>
    code === '' ? [] : [{ level: (index + 1) as 1 | 2 | 3, code }],
  );
  return [allTopics, ...known];
}

/** Collects series by topic and area, adding up what comes for the same. */
function collector(steps: WatchSteps) {
  const positions = new Map<number, number>();
  steps.days.forEach((end, step) => {
    const width = steps.watch === 'day' ? 1 : 7;
    for (let back = 0; back < width; back++) positions.set(end - back, step);
  });
  const found = new Map<string, WatchedSeries>();
  return {
    all: () => [...found.values()],
    add(topic: AlarmTopic, area: AlarmArea, district: string, { days, counts }: Series): void {
      const key = `${topic.level}${topic.code}|${area.level}${area.code}`;
      let series = found.get(key);
      if (!series) {
        series = { topic, area, district, counts: new Uint32Array(steps.ends.length) };
        found.set(key, series);
      }
      const [own] = counts;
      for (let index = 0; index < days.length; index++) {
        const step = positions.get(days[index] ?? 0);
        if (step !== undefined) series.counts[step] = (series.counts[step] ?? 0) + (own?.[index] ?? 0);
      }
    },
  };
}

/**
 * Every series that is watched.
 * @param byTopic series by district and the three levels of topics: topics of every level in districts and in the city
 * @param byArea series by district, subdistrict and first-level topic: first-level topics and all together in subdistricts
 */
export function watchedSeries(
  byTopic: readonly Series[],
  byArea: readonly Series[],
  steps: WatchSteps,
): WatchedSeries[] {
  const collected = collector(steps);
  for (const series of byTopic) {
    const [district = '', ...codes] = series.keys;
    for (const topic of topicsOf(codes)) {
      collected.add(topic, city, '', series);
      if (district !== '') collected.add(topic, { level: 'district', code: district }, district, series);
    }
  }
  for (const series of byArea) {
    const [district = '', subdistrict = '', topic1 = ''] = series.keys;
    if (subdistrict === '') continue;
    for (const topic of topicsOf([topic1]))
      collected.add(topic, { level: 'subdistrict', code: subdistrict }, district, series);
  }
  return collected.all();
}

import type { PlanArray } from '../plan-table.ts';
import { wheel } from './allocate.ts';
import { draw } from './draw.ts';
import type { History, PlannedMonth } from './history.ts';
import { remember } from './remember.ts';
import { clockOf, partShares } from './rhythm.ts';
import { failureOn, paceOn } from './story.ts';

/** Entries of a wheel of topics. */
export const topicSlots = 1024;

function hoursOf(history: History, hours: string): number[] {
  const curve = history.calibration.rhythms.hours[hours];
  if (!curve) throw new RangeError(`calibration/rhythms.yaml has no hours “${hours}”`);
  const all = curve.reduce((a, b) => a + b, 0);
  return curve.map((value) => value / all);
}

/** Appeals by hour of a day, given those by topic. */
function hoursOfDay(history: History, topics: readonly number[]): number[] {
  const byRhythm = new Map<string, number>();
  topics.forEach((weight, at) => {
    const rhythm = history.topics[at]?.traits.hours ?? 'daily';
    byRhythm.set(rhythm, (byRhythm.get(rhythm) ?? 0) + weight);
  });
  const hours = new Array<number>(24).fill(0);
  for (const [rhythm, weight] of byRhythm) {
    hoursOf(history, rhythm).forEach((share, hour) => {
      hours[hour] = (hours[hour] ?? 0) + weight * share;
    });
  }
  return hours;
}

/** A wheel of topics for each part of each day. */
function topicWheel(history: History, { month, demand }: PlannedMonth): number[] {
  const partsOf = remember((hours: string) => partShares(hoursOf(history, hours)));
  const parts = history.topics.map(({ traits }) => partsOf(traits.hours));
  return demand.flatMap(({ topics, day }) =>
    [0, 1, 2].flatMap((part) => {
      const weights = topics.map((weight, at) => weight * (parts[at]?.[part] ?? 0));
      const offset = draw(history.seed, month, day.date, part);
      return wheel(weights, topicSlots, offset, 1);
    }),
  );
}

/** What sql/1_moment.sql, the topics of sql/3_subject.sql and a story's steps need of the days of a month. */
export function momentArrays(history: History, planned: PlannedMonth): PlanArray[] {
  const { demand, days } = planned;
  let begun = 0;
  const marks = days.map((count, at) => {
    const mark = begun * 32 + at;
    begun += count;
    return mark;
  });
  return [
    { name: 'day_marks', column: 'whole', values: marks },
    { name: 'day_sizes', column: 'whole', values: days },
    { name: 'day_begins', column: 'whole', values: demand.map(({ day }) => day.begins) },
    { name: 'day_names', column: 'words', values: demand.map(({ day }) => day.date.replaceAll('-', '')) },
    {
      name: 'day_clocks',
      column: 'whole',
      values: demand.flatMap(({ topics }) => clockOf(hoursOfDay(history, topics))),
    },
    { name: 'day_paces', column: 'real', values: demand.map(({ day }) => paceOn(history.story, day)) },
    { name: 'day_failures', column: 'real', values: demand.map(({ day }) => failureOn(history.story, day)) },
    { name: 'topic_wheel', column: 'whole', values: topicWheel(history, planned) },
  ];
}

import type { Alarm, AlarmArea, AlarmTopic, Clause, DimensionName } from '@hotline-atlas/model';
import type { CityMeta } from '../../screen/city.ts';
import type { Screen } from '../../screen/screen.ts';
import type { AlarmWords } from './words.ts';

const is = (dimension: DimensionName, value: string): Clause => ({
  dimension,
  exclude: false,
  values: [value],
});

/**
 * A value with all it belongs to, from the top down: district and subdistrict, topic and what is under it.
 */
function downTo(levels: readonly DimensionName[], last: number, code: string, meta: CityMeta): Clause[] {
  const dimension = levels[last];
  if (dimension === undefined || code === '') return [];
  const parent = last > 0 ? (meta.parents[dimension]?.[code] ?? '') : '';
  return [...downTo(levels, last - 1, parent, meta), is(dimension, code)];
}

const topics = ['topic1', 'topic2', 'topic3'] as const;
const areas = ['district', 'subdistrict'] as const;

/** What the screen would have to choose to be about a series: the path of its area, and of its topic. */
export const clausesOfSeries = (
  { topic, area }: { topic: AlarmTopic; area: AlarmArea },
  meta: CityMeta,
): Clause[] => [
  ...(area.level === 'city' ? [] : downTo(areas, areas.indexOf(area.level), area.code, meta)),
  ...(topic.level === 0 ? [] : downTo(topics, topic.level - 1, topic.code, meta)),
];

/** `Water supply · Haidian`. */
export function seriesName(
  { topic, area }: Pick<Alarm, 'topic' | 'area'>,
  { label }: Pick<Screen, 'label'>,
  words: AlarmWords,
): string {
  const what = topic.level === 0 ? words.all : label(`topic${topic.level}`, topic.code);
  const where = area.level === 'city' ? words.city : label(area.level, area.code);
  return `${what} · ${where}`;
}

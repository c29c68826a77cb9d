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

/** What all judged appeals are of: the area somebody chose or is confined to, or the city. */
function wholeName({ label, state, person }: Naming, words: AlarmWords): string {
  const clauses = [...state.where, ...(person.scope?.clauses ?? [])];
  for (const level of [...areas].reverse()) {
    const chosen = clauses.find(({ dimension, exclude }) => dimension === level && !exclude);
    const [code, second] = chosen?.values ?? [];
    if (code && second === undefined) return label(level, code);
  }
  return words.city;
}

type Naming = Pick<Screen, 'label' | 'state' | 'person'>;

/** `Water supply · Haidian`. */
export function seriesName(
  { topic, area }: Pick<Alarm, 'topic' | 'area'>,
  screen: Naming,
  words: AlarmWords,
): string {
  const { label } = screen;
  const what = topic.level === 0 ? words.all : label(`topic${topic.level}`, topic.code);
  const where = area.level === 'city' ? wholeName(screen, words) : label(area.level, area.code);
  return `${what} · ${where}`;
}

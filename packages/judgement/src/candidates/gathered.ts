import type { CandidateLevel } from '@hotline-atlas/model';
import type { ReadSeries } from '../series/read-series.ts';

/** What a month has of one topic. */
export interface TopicFigures {
  topic: string;
  /** The topics it is a part of; of several the one with most appeals. */
  topic1: string;
  topic2: string;
  appeals: number;
  resolved: number;
  asked: number;
  /** Appeals by subdistrict; those without one are not among them. */
  places: Map<string, number>;
}

/** Appeals beyond the first of each caller, of those whose caller is known. */
export interface Repeats {
  again: number;
  known: number;
}

interface Gathering extends TopicFigures {
  parents: Map<string, number>;
}

const added = (sums: Map<string, number>, key: string, count: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + count);
};

const largest = (sums: ReadonlyMap<string, number>): string =>
  [...sums].reduce((best, each) => (each[1] > best[1] ? each : best), ['', -1] as [string, number])[0];

const empty = (topic: string): Gathering => ({
  ...{ topic, topic1: '', topic2: '', appeals: 0, resolved: 0, asked: 0 },
  places: new Map(),
  parents: new Map(),
});

function withParents({ parents, ...figures }: Gathering, level: CandidateLevel): TopicFigures {
  const [topic1 = '', topic2 = ''] = JSON.parse(largest(parents) || '[]') as string[];
  return { ...figures, topic1, topic2: level === 'topic2' ? figures.topic : topic2 };
}

/** Figures by topic, those without a topic left out, and of all together. */
export function figuresOf(
  { series }: Pick<ReadSeries, 'series'>,
  level: CandidateLevel,
): { topics: TopicFigures[]; whole: TopicFigures } {
  const topics = new Map<string, Gathering>();
  const whole = empty('');
  for (const { keys, counts } of series) {
    const [topic = '', place = ''] = keys.slice(-2);
    const [appeals = 0, resolved = 0, asked = 0] = counts.map(([count = 0]) => count);
    const own = topics.get(topic) ?? empty(topic);
    topics.set(topic, own);
    for (const sums of [own, whole]) {
      sums.appeals += appeals;
      sums.resolved += resolved;
      sums.asked += asked;
      if (place !== '') added(sums.places, place, appeals);
    }
    added(own.parents, JSON.stringify(keys.slice(0, -2)), appeals);
  }
  return {
    topics: [...topics.values()]
      .filter(({ topic, appeals }) => topic !== '' && appeals > 0)
      .map((own) => withParents(own, level))
      .sort((one, other) => other.appeals - one.appeals || (one.topic < other.topic ? -1 : 1)),
    whole,
  };
}

/** Repeats by topic; callers are an estimate and may seem more than appeals. */
export function repeatsOf({ series }: Pick<ReadSeries, 'series'>): Map<string, Repeats> {
  return new Map(
    series.map(({ keys, counts }) => {
      const [callers = 0, known = 0] = counts.map(([count = 0]) => count);
      return [keys[0] ?? '', { again: Math.max(0, known - callers), known }];
    }),
  );
}

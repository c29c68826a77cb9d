import type { ChangeMark, UnitEvaluation } from '@hotline-atlas/model';

/** One indicator of one topic. */
export interface TopicRate {
  name: string;
  /** Orders that missed it, of so many. */
  missed: number;
  of: number;
  /** How many would have, at the rate of the group on this topic; null where that is not known. */
  expected: number | null;
  mark: ChangeMark;
}

/** What one topic gave to the score of a unit, against the group. */
export interface TopicRow {
  /** The finest level that is known; empty for orders without a topic. */
  dimension: 'topic1' | 'topic2';
  code: string;
  orders: number;
  rates: TopicRate[];
  /** Points against the group, all indicators together; null where one of them cannot be said. */
  points: number | null;
  /** The same by weights, whatever the scoring: rows are sorted by it. */
  pull: number;
}

type Topics = NonNullable<UnitEvaluation['topics']>;

function pointsOf(indicators: Topics['indicators'], at: number): number | null {
  let sum = 0;
  for (const { points, denominator } of indicators) {
    const part = points[at] ?? null;
    if (part === null && (denominator[at] ?? 0) > 0) return null;
    sum += part ?? 0;
  }
  return sum;
}

const rateAt = (
  { name, numerator, denominator, expected, mark }: Topics['indicators'][number],
  at: number,
): TopicRate => {
  const of = denominator[at] ?? 0;
  const hits = expected[at] ?? null;
  return {
    ...{ name, of, missed: of - (numerator[at] ?? 0), mark: mark[at] ?? 'too_few' },
    expected: hits === null ? null : of - hits,
  };
};

/** Topics of a unit, those that cost most first. */
export function topicRows({ topics, indicators }: Pick<UnitEvaluation, 'topics' | 'indicators'>): TopicRow[] {
  if (!topics) return [];
  const weights = new Map(indicators.map(({ name, weight, measured }) => [name, measured ? weight : 0]));
  const counted = topics.indicators.filter(({ name }) => (weights.get(name) ?? 0) > 0);
  const rows = topics.orders.map((orders, at): TopicRow => {
    const [topic1, topic2] = [topics.topic1[at] ?? '', topics.topic2[at] ?? ''];
    const pull = counted.reduce(
      (sum, { name, handling, mix }) =>
        sum + (weights.get(name) ?? 0) * ((handling[at] ?? 0) + (mix[at] ?? 0)),
      0,
    );
    return {
      dimension: topic2 === '' ? 'topic1' : 'topic2',
      code: topic2 || topic1,
      ...{ orders, pull },
      rates: counted.map((indicator) => rateAt(indicator, at)),
      points: pointsOf(counted, at),
    };
  });
  return rows.sort((one, other) => one.pull - other.pull || other.orders - one.orders);
}

/** Some rows as one, so that what is not shown still adds up. */
export function restOf(rows: readonly TopicRow[]): Omit<TopicRow, 'dimension' | 'code'> | null {
  const [first] = rows;
  if (!first) return null;
  const total = (of: (row: TopicRow) => number | null): number | null =>
    rows.reduce<number | null>((sum, row) => {
      const part = of(row);
      return sum === null || part === null ? null : sum + part;
    }, 0);
  return {
    orders: rows.reduce((sum, { orders }) => sum + orders, 0),
    pull: rows.reduce((sum, { pull }) => sum + pull, 0),
    points: total(({ points }) => points),
    rates: first.rates.map(({ name }, at) => ({
      ...{ name, mark: 'too_few' as const },
      missed: rows.reduce((sum, { rates }) => sum + (rates[at]?.missed ?? 0), 0),
      of: rows.reduce((sum, { rates }) => sum + (rates[at]?.of ?? 0), 0),
      expected: total(({ rates }) => rates[at]?.expected ?? null),
    })),
  };
}

import type { ChangeMark, UnitEvaluation } from '@hotline-atlas/model';

/** One indicator of one topic. */
interface TopicRate {
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
  /** Points against the group by all indicators whose points grow evenly; null where there are none. */
  points: number | null;
  /** The same by weights, whatever the scoring: rows are sorted by it. */
  pull: number;
}

type Topics = NonNullable<UnitEvaluation['topics']>;

/** Whether points grow evenly with the rate, so that each topic has its part of them. */
const isEven = ({ points, denominator }: Topics['indicators'][number]): boolean =>
  points.every((part, at) => part !== null || (denominator[at] ?? 0) === 0);

type Counted = Pick<UnitEvaluation, 'topics' | 'indicators'>;

/** Indicators that count and by topic, heaviest weights as the scheme has them. */
function countedIn({ topics, indicators }: Counted) {
  const rules = new Map(indicators.map((each) => [each.name, each]));
  return (topics?.indicators ?? []).flatMap((told) => {
    const rule = rules.get(told.name);
    return rule?.measured && rule.weight > 0 ? [{ told, weight: rule.weight, better: rule.better }] : [];
  });
}

/** Names of indicators whose points cannot be parted by topic: they are left out of `points`. */
export const unevenIn = (depth: Counted): string[] =>
  countedIn(depth).flatMap(({ told }) => (isEven(told) ? [] : [told.name]));

/** What missed: where fewer is better, the cases themselves did. */
const rateAt = ({ told, better }: ReturnType<typeof countedIn>[number], at: number): TopicRate => {
  const { name, numerator, denominator, expected, mark } = told;
  const of = denominator[at] ?? 0;
  const missedOf = (cases: number): number => (better === 'down' ? cases : of - cases);
  const cases = expected[at] ?? null;
  return {
    ...{ name, of, missed: missedOf(numerator[at] ?? 0), mark: mark[at] ?? 'too_few' },
    expected: cases === null ? null : missedOf(cases),
  };
};

/** Topics of a unit, those that cost most first. */
export function topicRows(depth: Counted): TopicRow[] {
  const { topics } = depth;
  if (!topics) return [];
  const counted = countedIn(depth);
  const even = counted.filter(({ told }) => isEven(told));
  const rows = topics.orders.map((orders, at): TopicRow => {
    const [topic1, topic2] = [topics.topic1[at] ?? '', topics.topic2[at] ?? ''];
    const pull = counted.reduce(
      (sum, { told, weight, better }) =>
        sum + (better === 'down' ? -weight : weight) * ((told.handling[at] ?? 0) + (told.mix[at] ?? 0)),
      0,
    );
    return {
      dimension: topic2 === '' ? 'topic1' : 'topic2',
      code: topic2 || topic1,
      ...{ orders, pull },
      rates: counted.map((each) => rateAt(each, at)),
      points: even.length > 0 ? even.reduce((sum, { told }) => sum + (told.points[at] ?? 0), 0) : null,
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

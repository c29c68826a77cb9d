import { inLanguage, type UnitEvaluation } from '@hotline-atlas/model';
import type { Block } from '../document/report.ts';
import { count, percent, signed } from '../format/numbers.ts';
import type { ToldLetter } from './letter-paper.ts';
import { cellOf, column } from './unit-table.ts';

/** What one topic cost by one indicator. */
interface TopicCost {
  topic: string;
  indicator: string;
  orders: number;
  rate: number | null;
  groupRate: number | null;
  points: number;
}

/** Topics that cost points against the rates of all, the dearest first. */
function costsOf({ topics, indicators }: UnitEvaluation): TopicCost[] {
  if (!topics) return [];
  const costs = topics.indicators.flatMap(({ name, points, rate, group_rate: groupRates, denominator }) =>
    topics.topic2.flatMap((topic2, at): TopicCost[] => {
      const cost = points[at];
      if (cost === null || cost === undefined || cost >= 0) return [];
      return [
        {
          topic: topic2 || topics.topic1[at] || '',
          indicator: name,
          orders: denominator[at] ?? 0,
          rate: rate[at] ?? null,
          groupRate: groupRates[at] ?? null,
          points: cost,
        },
      ];
    }),
  );
  const place = (name: string) => indicators.findIndex((each) => each.name === name);
  return costs.sort(
    (one, other) =>
      one.points - other.points ||
      place(one.indicator) - place(other.indicator) ||
      (one.topic < other.topic ? -1 : 1),
  );
}

/** The topics that cost the unit most; nothing where they are not told. */
export function topicBlocks(told: ToldLetter, most: number): Block[] {
  const { words, depth, language, topics, scheme } = told;
  if (!depth?.topics) return [];
  const { letter, columns } = words;
  const heading: Block = { kind: 'heading', level: 2, text: letter.topics };
  const costs = costsOf(depth).slice(0, most);
  if (costs.length === 0) return [heading, { kind: 'text', text: letter.noTopics, muted: true }];
  const labelOf = new Map(depth.indicators.map(({ name, label }) => [name, inLanguage(label, language)]));
  return [
    heading,
    {
      kind: 'table',
      columns: [
        column(letter.topic, null, 'left'),
        column(letter.indicator, 38, 'left'),
        column(columns.denominator, 18),
        column(columns.rate, 18),
        column(letter.expectedRate, 18),
        column(letter.cost, 18),
      ],
      rows: costs.map(({ topic, indicator, orders, rate, groupRate, points }) => {
        const label = topics[topic];
        return [
          { text: label ? inLanguage(label, language) : topic || words.unknown },
          { text: labelOf.get(indicator) ?? indicator, muted: true },
          { text: count(orders) },
          cellOf(rate, percent),
          { ...cellOf(groupRate, percent), muted: true },
          { text: signed(points, scheme.decimals), strong: true },
        ];
      }),
    },
    { kind: 'text', text: letter.topicsNote, muted: true },
  ];
}

/** The address of the page that lists exactly the orders of some filters. */
function listAddress({ where, from, to }: { where: readonly string[]; from: string; to: string }): string {
  const asked = new URLSearchParams([...where.map((clause): [string, string] => ['where', clause])]);
  asked.set('from', from);
  asked.set('to', to);
  return `/orders?${decodeURIComponent(asked.toString())}`;
}

/** Orders of the base that missed something, and where they are listed; nothing where they are not told. */
export function missedBlocks({ words, depth }: ToldLetter): Block[] {
  const missed = depth?.missed?.filter(({ orders }) => orders > 0) ?? [];
  if (missed.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.letter.missed },
    {
      kind: 'table',
      columns: [
        column('', 50, 'left'),
        column(words.columns.orders, 18),
        column(words.letter.list, null, 'left'),
      ],
      rows: missed.map(({ kind, orders, filters }) => [
        { text: words.letter.missedKinds[kind] },
        { text: count(orders) },
        { text: filters ? listAddress(filters) : '', muted: true },
      ]),
    },
  ];
}

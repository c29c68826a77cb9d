import type { Clause, MonthlyTopic } from '@hotline-atlas/model';
import { shift } from '@hotline-atlas/model';
import { bucketLabel, dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { ReactNode } from 'react';
import { StateLink, ValueLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { daysOfMonth, ordersOf } from './candidatesAddress.ts';
import { useToday } from './useTopics.ts';
import { topicWords } from './words.ts';

const days = ['picked_on', 'work_from', 'work_to', 'review_on'] as const;

/** The orders of a topic: of its month, and since the work began. */
function OrderWays({ topic }: { topic: MonthlyTopic }) {
  const { state } = useScreen();
  const words = useWords(topicWords);
  const today = useToday();
  const { level, topics, area, month, work_from: from, work_to: to } = topic;
  const where: Clause[] = [
    { dimension: level, exclude: false, values: topics },
    ...(area ? [{ dimension: area.level, exclude: false, values: [area.code] }] : []),
  ];
  const end = shift(today, 'day', 1);
  const until = to !== null && to < end ? to : end;
  return (
    <p className="topic-ways screen-only">
      <StateLink to={ordersOf(state, where, daysOfMonth(month))}>{words.ordersMonth}</StateLink>
      {from !== null && from < until && (
        <StateLink to={ordersOf(state, where, { from, to: until })}>{words.orders}</StateLink>
      )}
    </p>
  );
}

/** What a topic is about, who works on it, and when. */
export function TopicFacts({ topic }: { topic: MonthlyTopic }) {
  const { language } = useScreen();
  const words = useWords(topicWords);
  const { month, level, topics, area, lead, taking_part: partners } = topic;
  const links = (dimension: 'unit' | typeof level, codes: readonly string[]) => (
    <ul>
      {codes.map((code) => (
        <li key={code}>
          <ValueLink dimension={dimension} code={code} />
        </li>
      ))}
    </ul>
  );
  const facts: [string, ReactNode][] = [
    [words.month, bucketLabel(`${month}-01`, 'month', language)],
    [words.topics, links(level, topics)],
    [words.area, area ? <ValueLink dimension={area.level} code={area.code} /> : words.wholeCity],
    [words.lead, lead === null ? words.nobody : <ValueLink dimension="unit" code={lead} />],
    [words.partners, partners.length === 0 ? words.noPartners : links('unit', partners)],
    ...days.map((day): [string, ReactNode] => [
      words.days[day],
      topic[day] === null ? words.unknownDay : dayLabel(topic[day], language),
    ]),
  ];
  return (
    <>
      <dl className="topic-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <OrderWays topic={topic} />
    </>
  );
}

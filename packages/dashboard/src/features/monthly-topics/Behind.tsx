import type {
  Answer,
  DimensionName,
  MonthlyTopicCandidate,
  MonthlyTopicCandidates,
} from '@hotline-atlas/model';
import { numberIn, textIn } from '@hotline-atlas/ui/answer/row.ts';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { ReactNode } from 'react';
import { StateLink, ValueLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import {
  clausesOfCandidate,
  courseAddress,
  daysOfMonth,
  ordersOf,
  partsAddress,
} from './candidatesAddress.ts';
import { countText } from './numbers.ts';
import { candidateWords } from './words-candidates.ts';

const barHeight = 64;

/** Appeals of a topic by month, as bars from 0; the month that is shown is filled. */
function Course({ answer, month }: { answer: Answer; month: string }) {
  const { language } = useScreen();
  const words = useWords(candidateWords).behind;
  const counts = new Map(
    answer.rows.map((row) => [textIn(row, 'month').slice(0, 7), numberIn(row, 'appeals') ?? 0]),
  );
  const months = [...counts.keys()].sort();
  const most = Math.max(1, ...counts.values());
  const name = (each: string | undefined) => (each ? bucketLabel(`${each}-01`, 'month', language) : '');
  const told = words.months(name(months[0]), name(months.at(-1)), countText(most, language));
  return (
    <figure>
      <svg
        className="course-bars"
        viewBox={`0 0 ${months.length * 8} ${barHeight}`}
        role="img"
        aria-label={told}
      >
        {months.map((each, at) => {
          const height = ((counts.get(each) ?? 0) / most) * (barHeight - 2);
          return (
            <rect
              key={each}
              className={each === month ? 'now' : ''}
              {...{ x: at * 8 + 1, y: barHeight - height, width: 6, height }}
            >
              <title>{`${name(each)} · ${countText(counts.get(each) ?? 0, language)}`}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="subtitle">{told}</figcaption>
    </figure>
  );
}

/** So many parts are named; the rest is one row. */
const mostParts = 6;

function Parts({ answer, by, none }: { answer: Answer; by: DimensionName; none: string }) {
  const { language } = useScreen();
  const words = useWords(candidateWords).behind;
  const parts = answer.rows
    .map((row) => ({ code: textIn(row, by), appeals: numberIn(row, 'appeals') ?? 0 }))
    .toSorted((one, other) => other.appeals - one.appeals);
  const rest = parts.slice(mostParts);
  const sum = rest.reduce((total, { appeals }) => total + appeals, 0);
  if (parts.every(({ code }) => code === '')) return <p className="hint">{none}</p>;
  return (
    <ol className="candidate-parts">
      {parts.slice(0, mostParts).map(({ code, appeals }) => (
        <li key={code}>
          <span>{code === '' ? words.notKnown : <ValueLink dimension={by} code={code} />}</span>
          <b>{countText(appeals, language)}</b>
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <span>{words.rest(countText(rest.length, language))}</span>
          <b>{countText(sum, language)}</b>
        </li>
      )}
    </ol>
  );
}

/** What is behind a candidate: its course, where it is, and who handles it. */
export function Behind(props: {
  candidate: MonthlyTopicCandidate;
  answer: MonthlyTopicCandidates;
  children?: ReactNode;
}) {
  const { state, label } = useScreen();
  const words = useWords(candidateWords).behind;
  const { month, level, district } = props.answer.meta;
  const { topic } = props.candidate;
  const where = clausesOfCandidate(level, topic, district);
  const course = useRequest<Answer>(courseAddress(where, month));
  const places = useRequest<Answer>(partsAddress(where, month, 'subdistrict'));
  const units = useRequest<Answer>(partsAddress(where, month, 'unit'));
  return (
    <section className="behind" aria-label={label(level, topic)} data-testid="behind">
      <div>
        <h3>{words.course}</h3>
        <PanelBody view={course}>{(answer) => <Course answer={answer} month={month} />}</PanelBody>
        <p className="ways-on">
          {props.children}
          <ValueLink dimension={level} code={topic}>
            {words.topicPage}
          </ValueLink>
          <StateLink to={ordersOf(state, where, daysOfMonth(month))}>{words.orders}</StateLink>
        </p>
      </div>
      <div>
        <h3>{words.where}</h3>
        <PanelBody view={places}>
          {(answer) => <Parts answer={answer} by="subdistrict" none={words.noPlaces} />}
        </PanelBody>
      </div>
      <div>
        <h3>{words.units}</h3>
        <PanelBody view={units}>
          {(answer) => <Parts answer={answer} by="unit" none={words.noUnits} />}
        </PanelBody>
      </div>
    </section>
  );
}

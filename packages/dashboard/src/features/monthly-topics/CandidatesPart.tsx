import type {
  ChangeMark,
  MonthlyTopicCandidate,
  MonthlyTopicCandidates,
  MonthlyTopicTold,
} from '@hotline-atlas/model';
import { csvOf, download } from '@hotline-atlas/ui/answer/csv.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { lazy, Suspense } from 'react';
import { changed } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { MarkKey } from '../change/MarkKey.tsx';
import { Behind } from './Behind.tsx';
import { CandidateTable } from './CandidateTable.tsx';
import { inOrder, orderOf, orderSent } from './candidateColumns.ts';
import {
  candidatesRemarks,
  candidatesSaid,
  candidatesTable,
  candidatesTitle,
  undominatedSaid,
} from './candidateTexts.ts';
import { countText } from './numbers.ts';
import { PickDialog } from './PickDialog.tsx';
import { Undominated } from './Undominated.tsx';
import { candidateWords } from './words-candidates.ts';

const HowJudged = lazy(() =>
  import('../../judgement/HowJudged.tsx').then((module) => ({ default: module.HowJudged })),
);

/** The topic of the month that a candidate was picked as; undefined where it was not. */
const pickedAs = (kept: readonly MonthlyTopicTold[], { meta }: MonthlyTopicCandidates, topic: string) =>
  kept.find(
    ({ month, level, topics, area }) =>
      month === meta.month &&
      level === meta.level &&
      topics.includes(topic) &&
      (area?.code ?? null) === meta.district,
  );

interface WayProps {
  answer: MonthlyTopicCandidates;
  kept: readonly MonthlyTopicTold[];
  candidate: MonthlyTopicCandidate;
}

/** Leads to the topic that a candidate was picked as, or picks it. */
function PickWay({ answer, kept, candidate }: WayProps) {
  const { state, person, label, change } = useScreen();
  const words = useWords(candidateWords);
  const { topic } = candidate;
  const as = pickedAs(kept, answer, topic);
  if (as)
    return (
      <StateLink to={changed(state, { object: as.id, monthlyTopics: { candidate: '' } })}>
        {words.picked}
      </StateLink>
    );
  if (!person.may.has('evaluate')) return null;
  return (
    <button
      type="button"
      className="button"
      aria-label={words.pickThis(label(answer.meta.level, topic))}
      onClick={() => change({ monthlyTopics: { candidate: topic, over: 'pick' } })}
    >
      {words.pick}
    </button>
  );
}

/** The marks that stand in the table. */
function marksOf({ topics }: MonthlyTopicCandidates): Map<string, ChangeMark> {
  const marks = topics.flatMap(({ growth, growth_previous: previous, resolution }) => [
    ...(growth ? [growth.mark] : []),
    ...(previous ? [previous.mark] : []),
    resolution.mark,
  ]);
  return new Map(marks.map((mark) => [mark, mark]));
}

/** Hands the candidates over as a file, in the order of the screen. */
function save(answer: MonthlyTopicCandidates, screen: Screen): void {
  const { month, level } = answer.meta;
  const order = orderOf(screen.state.evaluation.order);
  const rows = inOrder(answer.topics, order, (topic) => screen.label(level, topic));
  download(
    `${screen.meta.code}-monthly-topics-${month}-${level}.csv`,
    csvOf(candidatesTable(rows, answer.meta, screen), candidatesRemarks(answer, screen)),
  );
}

/** What is said of all candidates, what the marks mean, and what can be taken away. */
function Head({ answer }: { answer: MonthlyTopicCandidates }) {
  const screen = useScreen();
  const words = useWords(candidateWords);
  const { language, change } = screen;
  const explained = undominatedSaid(answer, language);
  return (
    <header className="topics-head">
      <div>
        <h2>{candidatesTitle(answer, screen)}</h2>
        <p className="subtitle">{candidatesSaid(answer, screen).join(language === 'zh' ? '' : ' ')}</p>
        {explained && (
          <p className="subtitle">
            <Undominated isMarked /> {explained}
          </p>
        )}
        <p className="subtitle">
          <MarkKey marks={marksOf(answer)} />
        </p>
      </div>
      <nav className="topics-take screen-only" aria-label={words.show}>
        <button type="button" className="link" onClick={() => save(answer, screen)}>
          {words.csv}
        </button>
        <button type="button" className="link" onClick={() => window.print()}>
          {words.print}
        </button>
        <button type="button" className="link" onClick={() => change({ monthlyTopics: { over: 'method' } })}>
          {words.method}
        </button>
      </nav>
    </header>
  );
}

/** The candidates of a month, read like a bench. */
export function CandidatesPart({
  answer,
  kept,
}: {
  answer: MonthlyTopicCandidates;
  kept: readonly MonthlyTopicTold[];
}) {
  const screen = useScreen();
  const words = useWords(candidateWords);
  const { state, change, person, language } = screen;
  const { candidate, over } = state.monthlyTopics;
  const chosen = answer.topics.find(({ topic }) => topic === candidate);
  const close = () => change({ monthlyTopics: { over: null } });
  const hasWays =
    person.may.has('evaluate') || answer.topics.some(({ topic }) => pickedAs(kept, answer, topic));
  if (answer.topics.length === 0)
    return (
      <div className="page-message">
        <h2>{words.none.title}</h2>
        <p>{words.none.why(countText(answer.meta.fewest, language))}</p>
      </div>
    );
  const way = (each: MonthlyTopicCandidate) => <PickWay answer={answer} kept={kept} candidate={each} />;
  return (
    <>
      <Head answer={answer} />
      <CandidateTable
        answer={answer}
        label={candidatesTitle(answer, screen)}
        order={orderOf(state.evaluation.order)}
        onOrder={(order) => change({ evaluation: { order: orderSent(order) } })}
        open={candidate}
        onOpen={(topic) => change({ monthlyTopics: { candidate: topic } })}
        behind={(each) => <Behind answer={answer} candidate={each} />}
        way={hasWays ? way : undefined}
      />
      {over === 'pick' && chosen && person.may.has('evaluate') && (
        <PickDialog answer={answer} topic={chosen.topic} onClose={close} />
      )}
      {over === 'method' && (
        <Suspense>
          <HowJudged method={answer.method} meta={answer.meta} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

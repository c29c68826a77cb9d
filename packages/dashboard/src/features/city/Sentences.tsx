import { type FindingSentence, type Findings, inLanguage, type MetricName } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { FailedNote, FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { isOld, isUnderway, stateOf, Waiting } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type ReactNode, useState } from 'react';
import { clausesFrom } from '../../address/clauses.ts';
import { turnedTo } from '../../address/object.ts';
import { shownMetrics } from '../../address/shared.ts';
import { changed, type DashboardState } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from '../change/Mark.tsx';
import { useCity } from './CityContext.ts';
import { HowFound } from './HowFound.tsx';
import { findingsAddress } from './questions.ts';
import { cityWords } from './words.ts';

/** What to know first of the month, and whom to ask. */
export function useFindings() {
  const { meta } = useScreen();
  const { month } = useCity();
  return useRequest<Findings>(findingsAddress(month.period, meta.orders?.live ?? false));
}

const shownMetricOf = ({ figures }: FindingSentence): MetricName | undefined => figures[0]?.metric;

/** The screen that tells more of a sentence: the story of a topic, the page of an object, or figures. */
function storyOf(sentence: FindingSentence, state: DashboardState, address: DashboardState): DashboardState {
  const { about, kind } = sentence;
  const [clause] = about ? clausesFrom([`${about.dimension}:${about.value}`]) : [];
  if (kind === 'mover' && about?.dimension.startsWith('topic'))
    return changed(address, { city: { story: `${about.dimension}:${about.value}`, ask: '' } });
  if (clause?.dimension === 'district' || clause?.dimension === 'subdistrict')
    return turnedTo(state, { page: 'area', object: about?.value ?? '' });
  if (clause?.dimension === 'unit') return turnedTo(state, { page: 'unit', object: about?.value ?? '' });
  if (clause?.dimension.startsWith('topic'))
    return turnedTo(state, { page: 'topic', object: about?.value ?? '' });
  if (kind === 'backlog') return turnedTo(state, { page: 'appeals', object: '' });
  const metric = shownMetrics.find((each) => each === shownMetricOf(sentence)) ?? 'appeals';
  return { ...turnedTo(state, { page: 'overview', object: '' }), metric };
}

interface SentenceProps {
  sentence: FindingSentence;
  /** The ways on from it; none on a wall. */
  ways: ReactNode;
}

/** A finding with its mark before it; under it, smaller, beside what and how sure. */
function Sentence({ sentence, ways }: SentenceProps) {
  const { language } = useScreen();
  return (
    <li className={`city-sentence is-${sentence.mark}`} data-testid="city-sentence" data-kind={sentence.kind}>
      <Mark mark={sentence.mark} />
      <div>
        <p className="city-finding">
          {inLanguage(sentence.text, language)} {ways}
        </p>
        <p className="city-detail">{inLanguage(sentence.detail, language)}</p>
      </div>
    </li>
  );
}

/** Three sentences: what to know first. @param plain without the ways on, for a wall or paper */
export function Sentences({ plain = false }: { plain?: boolean }) {
  const { state, language } = useScreen();
  const words = useWords(cityWords);
  const { address, month } = useCity();
  const view = useFindings();
  const [asksHow, setAsksHow] = useState<FindingSentence | null>(null);
  const { answer } = view;
  const ways = (sentence: FindingSentence) => {
    const text = inLanguage(sentence.text, language);
    return (
      <span className="city-ways screen-only">
        <button
          type="button"
          className="link"
          aria-label={words.howLabel(text)}
          onClick={() => setAsksHow(sentence)}
        >
          {words.how}
        </button>
        <StateLink to={storyOf(sentence, state, address)} label={words.storyOf(text)}>
          {words.story}
        </StateLink>
      </span>
    );
  };
  return (
    <section
      className="city-sentences"
      aria-label={words.sentences}
      aria-busy={isUnderway(view)}
      data-testid="city-sentences"
      data-state={stateOf(view)}
    >
      {!answer && (view.error ? <FailedPanel view={view} /> : <div className="skeleton" />)}
      {answer && (view.error ? <FailedNote view={view} /> : <Waiting view={view} shown />)}
      {answer && answer.sentences.length === 0 && (
        <p className="panel-message">
          {answer.notice ? inLanguage(answer.notice, language) : words.noSentences}
        </p>
      )}
      {answer && answer.meta.period.from !== month.period.from && (
        <p className="hint">{bucketLabel(answer.meta.period.from, 'month', language)}</p>
      )}
      {answer && (
        <ul className={isOld(view) ? 'stale' : ''}>
          {answer.sentences.map((sentence) => (
            <Sentence key={sentence.text.en} sentence={sentence} ways={!plain && ways(sentence)} />
          ))}
        </ul>
      )}
      {answer && asksHow && (
        <HowFound findings={answer} sentence={asksHow} onClose={() => setAsksHow(null)} />
      )}
    </section>
  );
}

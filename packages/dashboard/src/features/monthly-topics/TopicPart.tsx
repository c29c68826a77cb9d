import type { MonthlyTopic } from '@hotline-atlas/model';
import { inLanguage } from '@hotline-atlas/model';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { PartBoundary } from '@hotline-atlas/ui/kit/PartBoundary.tsx';
import { stateOf } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { RequestFailed } from '@hotline-atlas/ui/request/request.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { changed } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { PageRow } from '../../panel/PageRow.tsx';
import { useScreen } from '../../screen/screen.ts';
import { EditDialog } from './EditDialog.tsx';
import { EffectPart } from './EffectPart.tsx';
import { FrozenDialog } from './FrozenDialog.tsx';
import { FrozenPart } from './FrozenPart.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { StatesPart } from './StatesPart.tsx';
import { TasksPart } from './TasksPart.tsx';
import { TopicFacts } from './TopicFacts.tsx';
import { useTopic } from './useTopics.ts';
import { topicWords } from './words.ts';

/** The way back to all topics, and what can be done with this one as a whole. */
function TopicBar({ topic }: { topic: MonthlyTopic | undefined }) {
  const { state, person, change } = useScreen();
  const words = useWords(topicWords);
  const all = changed(state, { object: '', monthlyTopics: { show: 'kept', over: null } });
  return (
    <PageRow>
      <StateLink to={all}>{words.all}</StateLink>
      {topic && (
        <>
          {person.may.has('evaluate') && (
            <button
              type="button"
              className="link"
              onClick={() => change({ monthlyTopics: { over: 'edit' } })}
            >
              {words.edit}
            </button>
          )}
          <button
            type="button"
            className="link"
            onClick={() => change({ monthlyTopics: { over: 'history' } })}
          >
            {words.history}
          </button>
          <button type="button" className="link" onClick={() => window.print()}>
            {words.print}
          </button>
        </>
      )}
    </PageRow>
  );
}

/** What lies open over the topic. */
function Over({ topic }: { topic: MonthlyTopic }) {
  const { state, person, change } = useScreen();
  const { over } = state.monthlyTopics;
  const close = () => change({ monthlyTopics: { over: null } });
  if (over === 'edit' && person.may.has('evaluate')) return <EditDialog topic={topic} onClose={close} />;
  if (over === 'history') return <HistoryDialog topic={topic} onClose={close} />;
  if (over === 'frozen' && topic.candidates)
    return <FrozenDialog candidates={topic.candidates} onClose={close} />;
  return null;
}

function Shown({ topic }: { topic: MonthlyTopic }) {
  const { language } = useScreen();
  return (
    <>
      <header className="topic-head">
        <h2>{inLanguage(topic.title, language)}</h2>
        <TopicFacts topic={topic} />
      </header>
      <StatesPart topic={topic} />
      <div className="topic-columns">
        <PartBoundary>
          <EffectPart topic={topic} />
        </PartBoundary>
        <div>
          <TasksPart topic={topic} />
          <FrozenPart topic={topic} />
        </div>
      </div>
      <Over topic={topic} />
    </>
  );
}

/** One topic of the month: what it is, how far it is, its tasks, and what came of it. */
export function TopicPart({ id }: { id: string }) {
  const view = useTopic(id);
  const words = useWords(topicWords);
  const isMissing = view.error instanceof RequestFailed && view.error.status === 404;
  return (
    <div className="topic-page" data-testid="monthly-topic" data-state={stateOf(view)}>
      <TopicBar topic={isMissing ? undefined : view.answer} />
      {isMissing ? (
        <div className="page-message">
          <p>{words.missing}</p>
        </div>
      ) : (
        <PanelBody view={view}>{(topic) => <Shown topic={topic} />}</PanelBody>
      )}
    </div>
  );
}

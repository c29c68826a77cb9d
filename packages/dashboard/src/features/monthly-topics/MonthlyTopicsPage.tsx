import type { MonthlyTopicCandidates } from '@hotline-atlas/model';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { isOld, stateOf, Waiting } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { CandidatesBar } from './CandidatesBar.tsx';
import { CandidatesPart } from './CandidatesPart.tsx';
import { candidatesAddress } from './candidatesAddress.ts';
import { KeptPart } from './KeptPart.tsx';
import { RemovedNote } from './RemovedNote.tsx';
import { TopicPart } from './TopicPart.tsx';
import { useTopics } from './useTopics.ts';
import './candidates.css';
import './monthly-topics.css';

/** The candidates of a month, or all topics of the month that are kept. */
function Topics() {
  const { state } = useScreen();
  const isKept = state.monthlyTopics.show === 'kept';
  const kept = useTopics();
  const view = useRequest<MonthlyTopicCandidates>(({ state: now }) =>
    now.monthlyTopics.show === 'kept' ? '' : candidatesAddress(now),
  );
  const month = state.evaluation.month || (view.answer?.meta.month ?? '');
  const shown = isKept ? kept : view;
  return (
    <div className="topics-page" data-testid="monthly-topics-page" data-state={stateOf(shown)}>
      <CandidatesBar month={month} kept={kept.answer?.topics.length ?? null} />
      <RemovedNote />
      {isKept ? (
        <PanelBody view={kept}>{({ topics }) => <KeptPart topics={topics} />}</PanelBody>
      ) : (
        <div className={isOld(view) && view.answer ? 'stale' : ''}>
          <PanelBody view={view}>
            {(answer) => <CandidatesPart answer={answer} kept={kept.answer?.topics ?? []} />}
          </PanelBody>
        </div>
      )}
      <Waiting view={shown} shown={shown.answer !== undefined} />
    </div>
  );
}

/** Topics of the month: what could be one, all that are kept, and each of them. */
export function MonthlyTopicsPage() {
  const { state } = useScreen();
  return state.object === '' ? <Topics /> : <TopicPart key={state.object} id={state.object} />;
}

import type { MonthlyTopic } from '@hotline-atlas/model';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useWrite } from '../../questions/useWrite.ts';
import { useScreen } from '../../screen/screen.ts';
import { topicPath } from './useTopics.ts';
import { topicWords } from './words.ts';

/** The topic that was taken away last, and the way to put it back. */
export function RemovedNote() {
  const { state, change } = useScreen();
  const words = useWords(topicWords);
  const { busy, error, run } = useWrite('monthly-topics');
  const { removed } = state.monthlyTopics;
  if (removed === '') return null;
  const restore = async () => {
    const back = await run<MonthlyTopic>(`${topicPath(removed)}/restore`, { method: 'POST' });
    if (back) change({ object: back.id, monthlyTopics: { removed: '' } });
  };
  return (
    <div className="topic-removed screen-only">
      <p role="status">
        {words.removed}{' '}
        <button type="button" className="link" disabled={busy} onClick={restore}>
          {words.undo}
        </button>
      </p>
      <WriteProblem error={error} />
    </div>
  );
}

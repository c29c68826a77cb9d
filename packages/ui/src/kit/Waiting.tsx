import type { Asking } from '../request/asking.ts';
import { useWords } from '../words/dictionary.ts';
import { uiWords } from '../words/uiWords.ts';
import { useElapsed } from './useElapsed.ts';

function Working({ view }: { view: Asking }) {
  const { waiting } = useWords(uiWords);
  const seconds = useElapsed(true);
  if (seconds === null) return null;
  return (
    <div className="waiting" data-testid="waiting">
      <i className="waiting-mark" aria-hidden="true" />
      <span role="status">{waiting.working}</span>
      <span className="waiting-time">{waiting.seconds(seconds)}</span>
      <button type="button" className="button" onClick={view.stop}>
        {waiting.stop}
      </button>
    </div>
  );
}

function Stopped({ view, shown }: { view: Asking; shown: boolean }) {
  const { waiting } = useWords(uiWords);
  return (
    <div className="waiting" data-testid="stopped">
      <span role="status">{shown ? waiting.stoppedBefore : waiting.stopped}</span>
      <button type="button" className="button" onClick={view.retry}>
        {waiting.askAgain}
      </button>
    </div>
  );
}

/**
 * What a reader sees of a question that takes its time: that it is being worked on, for how long, and a way
 * to stop it.
 * Nothing of answers that are quick.
 * @param shown whether the picture of a question before stands under it
 */
export function Waiting({ view, shown }: { view: Asking; shown: boolean }) {
  if (view.stopped) return <Stopped view={view} shown={shown} />;
  if (isUnderway(view)) return <Working key={view.address} view={view} />;
  return null;
}

/** Whether an answer to what is asked is still to come. */
export const isUnderway = ({ loading, stale }: Asking): boolean => loading || stale;

/**
 * The state of a question in one word, for styles and tests.
 * @param besides what else is shown: it too has to be there
 */
export function stateOf(view: Asking, besides: readonly Asking[] = []): string {
  const { error, loading, stopped, stale } = view;
  if (error) return 'failed';
  if (stopped) return 'stopped';
  if (loading) return 'loading';
  return stale || besides.some(isUnderway) ? 'stale' : 'ready';
}

/** Whether what is shown is not the answer to what is asked. */
export const isOld = ({ stale, stopped, error }: Asking): boolean => stale || stopped || error !== null;

import { useEffect, useState } from 'react';
import type { Asking } from '../request/asking.ts';
import { RequestFailed, secondsUntilAgain } from '../request/request.ts';
import { useWords } from '../words/dictionary.ts';
import { uiWords } from '../words/uiWords.ts';

/** What failed, in the language of the reader; the server's own words only where it refused a question. */
function failureText(error: Error, { failures }: typeof uiWords.en): string {
  if (!(error instanceof RequestFailed)) return failures.failed('');
  if (error.kind === 'refused') return failures.refused(error.message);
  if (error.kind === 'failed') return failures.failed(error.status > 0 ? ` (${error.status})` : '');
  return failures[error.kind];
}

const isNotAllowed = (error: Error): boolean => error instanceof RequestFailed && error.kind === 'notAllowed';

/** Seconds until a question that failed is asked again, which this sees to; null where it is not. */
function useAskedAgain({
  error,
  failures,
  retry,
}: Pick<Asking, 'error' | 'failures' | 'retry'>): number | null {
  const wait = error && secondsUntilAgain(error, failures);
  const [left, setLeft] = useState(wait);
  useEffect(() => {
    setLeft(wait);
    if (wait === null) return;
    const until = Date.now() + wait * 1000;
    const ticking = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 1000);
    return () => clearInterval(ticking);
  }, [wait, failures]);
  const isDue = left === 0;
  useEffect(() => {
    if (isDue) retry();
  }, [isDue]);
  return left;
}

type Failing = Pick<Asking, 'error' | 'failures' | 'retry'>;

function Again({ left, retry }: { left: number | null; retry: () => void }) {
  const { failures } = useWords(uiWords);
  return (
    <>
      {left !== null && <span className="waiting-time">{failures.again(left)}</span>}
      <button type="button" className="button" onClick={retry}>
        {failures.now}
      </button>
    </>
  );
}

/** In place of a picture there is none of: what failed, when it is asked again, and a way to do it now. */
export function FailedPanel({ view }: { view: Failing }) {
  const words = useWords(uiWords);
  const left = useAskedAgain(view);
  if (!view.error) return null;
  if (isNotAllowed(view.error)) return <p className="panel-message">{failureText(view.error, words)}</p>;
  return (
    <div className="panel-message" role="alert">
      <p className="problem">{failureText(view.error, words)}</p>
      <p>
        <Again left={left} retry={view.retry} />
      </p>
    </div>
  );
}

/** Beside a picture of a question before, which stays: the same in one line. */
export function FailedNote({ view }: { view: Failing }) {
  const words = useWords(uiWords);
  const left = useAskedAgain(view);
  if (!view.error) return null;
  return (
    <div className="waiting" data-testid="failed">
      <span role="alert">
        {failureText(view.error, words)} {words.failures.kept}
      </span>
      <Again left={left} retry={view.retry} />
    </div>
  );
}

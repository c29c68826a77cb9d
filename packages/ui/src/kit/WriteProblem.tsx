import { RequestFailed } from '../request/request.ts';
import { useWords } from '../words/dictionary.ts';
import { uiWords } from '../words/uiWords.ts';

function textFor(error: Error, { failures }: typeof uiWords.en): string {
  if (!(error instanceof RequestFailed)) return failures.failed('');
  if (error.kind === 'refused') return failures.notSaved(error.message);
  if (error.kind === 'failed') return failures.failed(error.status > 0 ? ` (${error.status})` : '');
  return failures[error.kind];
}

export interface WriteProblemProps {
  /** Why a change was not made; null where nothing went wrong. */
  error: Error | null;
  /** Says it in words of the form, where it knows what is meant; else null. */
  say?: (failure: RequestFailed) => string | null;
}

/**
 * Why a change was not made; what was typed stays. Who is signed out meanwhile signs in beside the page, and
 * then saves.
 */
export function WriteProblem({ error, say }: WriteProblemProps) {
  const words = useWords(uiWords);
  const failure = error instanceof RequestFailed ? error : null;
  const own = failure && say ? say(failure) : null;
  const isSignedOut = own === null && failure?.kind === 'signedOut';
  return (
    <p className={error ? 'problem' : 'hidden'} role="alert">
      {error && (own ?? textFor(error, words))}
      {isSignedOut && (
        <>
          {' '}
          <a href="/sign-in" target="_blank" rel="noopener">
            {words.failures.signIn}
          </a>
        </>
      )}
    </p>
  );
}

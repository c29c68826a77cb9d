import type { Evaluation } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import { RequestFailed } from '@hotline-atlas/ui/request/request.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../../address/object.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { evaluationWords } from './words.ts';

/** Why there is no table of a month, and what can be done. */
export function NoMonth({ view }: { view: Requested<Evaluation> }) {
  const { state, meta, language } = useScreen();
  const words = useWords(evaluationWords);
  const { error } = view;
  const status = error instanceof RequestFailed ? error.status : 0;
  if (status === 404)
    return (
      <div className="page-message">
        <p>{words.states.noEvaluation}</p>
        <p>
          {words.states.noEvaluationAdvice(meta.code)} <code>pnpm evaluation check {meta.code}</code>
        </p>
      </div>
    );
  const { month } = state.evaluation;
  if (status !== 400) return <FailedPanel view={view} />;
  return (
    <div className="page-message">
      {month === '' ? (
        <FailedPanel view={view} />
      ) : (
        <p>{words.states.noScheme(bucketLabel(`${month}-01`, 'month', language))}</p>
      )}
      <p className="ways-on">
        <StateLink className="link" to={turnedTo(state, { page: 'evaluation', object: '' })}>
          {words.newest}
        </StateLink>
        <StateLink className="link" to={turnedTo(state, { page: 'schemes', object: '' })}>
          {words.schemes}
        </StateLink>
      </p>
    </div>
  );
}

import type { AuditCheck } from '@hotline-atlas/model';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { useRequest } from '../../questions/useRequest.ts';
import { administrationWords } from './words.ts';

/** Follows the chain of the audit from end to end, and says whether an entry was changed or taken out. */
export function ChainCheck() {
  const { audit: words } = useWords(administrationWords);
  const [isAsked, setAsked] = useState(false);
  const view = useRequest<AuditCheck>(isAsked ? 'audit/check' : '');
  const { answer } = view;
  return (
    <div className="quiet-row">
      <span className="hint">{words.chain}</span>
      {!answer && (
        <button type="button" className="link" disabled={view.loading} onClick={() => setAsked(true)}>
          {words.check}
        </button>
      )}
      {view.error && <FailedPanel view={view} />}
      <span role="status">
        {answer && !answer.broken && words.whole(answer.entries)}
        {answer?.broken && <strong className="problem">{words.broken(answer.broken.number)}</strong>}
      </span>
    </div>
  );
}

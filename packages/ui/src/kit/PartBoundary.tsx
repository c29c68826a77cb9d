import { Component, type ReactNode, useEffect } from 'react';
import { useWords } from '../words/dictionary.ts';
import { uiWords } from '../words/uiWords.ts';
import { renewNow, renewWhenPossible } from './renewal.ts';

function Lost() {
  const { failures } = useWords(uiWords);
  useEffect(() => renewWhenPossible(), []);
  return (
    <div className="page-message" role="alert" data-testid="part-lost">
      <p className="problem">{failures.part}</p>
      <button type="button" className="button" onClick={renewNow}>
        {failures.reload}
      </button>
    </div>
  );
}

/**
 * Stands around a part of the page that is loaded when it is needed: where it is gone, or fails, the rest
 * stays.
 */
export class PartBoundary extends Component<{ children: ReactNode }, { isLost: boolean }> {
  override state = { isLost: false };

  static getDerivedStateFromError(): { isLost: boolean } {
    return { isLost: true };
  }

  override render(): ReactNode {
    return this.state.isLost ? <Lost /> : this.props.children;
  }
}

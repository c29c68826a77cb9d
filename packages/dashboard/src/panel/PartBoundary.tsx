import { renewNow, renewWhenPossible } from '@hotline-atlas/ui/kit/renewal.ts';
import { Component, type ReactNode, useEffect } from 'react';
import type { Messages } from '../words/index.ts';

function Lost({ messages }: { messages: Messages }) {
  useEffect(() => renewWhenPossible(), []);
  return (
    <div className="page-message" role="alert" data-testid="part-lost">
      <p className="problem">{messages.failures.part}</p>
      <button type="button" className="button" onClick={renewNow}>
        {messages.failures.reload}
      </button>
    </div>
  );
}

/** Stands around a part of the page that is loaded when it is needed: where it is gone, or fails, the rest stays. */
export class PartBoundary extends Component<
  { messages: Messages; children: ReactNode },
  { isLost: boolean }
> {
  override state = { isLost: false };

  static getDerivedStateFromError(): { isLost: boolean } {
    return { isLost: true };
  }

  override render(): ReactNode {
    return this.state.isLost ? <Lost messages={this.props.messages} /> : this.props.children;
  }
}

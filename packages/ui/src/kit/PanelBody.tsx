import type { ReactNode } from 'react';
import type { Requested } from '../request/asking.ts';
import { useWords } from '../words/dictionary.ts';
import { uiWords } from '../words/uiWords.ts';
import { FailedPanel } from './Failure.tsx';
import { useMayDraw } from './firstPaint.ts';

/**
 * Keeps the place of a picture that takes its time. @param text is shown; without it only said to those who
 * listen
 */
export function Skeleton({ text }: { text?: string }) {
  const { waiting } = useWords(uiWords);
  return (
    <div className={`skeleton ${text ? 'judging' : ''}`} role="status">
      {text ?? <span className="hidden">{waiting.loading}</span>}
    </div>
  );
}

/** What stands in a panel: the picture of an answer, else what failed, else that it is on its way. */
export function PanelBody<Answer>(props: {
  view: Requested<Answer>;
  waitingText?: string;
  children: (answer: Answer) => ReactNode;
}) {
  const { view, waitingText } = props;
  const mayDraw = useMayDraw();
  if (view.answer !== undefined && !mayDraw) return <div className="skeleton" />;
  if (view.answer !== undefined) return props.children(view.answer);
  if (view.error) return <FailedPanel view={view} />;
  if (view.stopped) return <div className="skeleton" />;
  return waitingText === undefined ? <Skeleton /> : <Skeleton text={waitingText} />;
}

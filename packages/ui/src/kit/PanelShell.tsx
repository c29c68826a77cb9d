import type { ReactNode } from 'react';
import type { Asking } from '../request/asking.ts';
import { FailedNote } from './Failure.tsx';
import { useMayDraw } from './firstPaint.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { isOld, isUnderway, stateOf, Waiting } from './Waiting.tsx';

export interface PanelShellProps {
  name: string;
  view: Asking & { answer: unknown };
  /** Whether the panels still show the choice before. */
  pending: boolean;
  /** What else the panel shows: until all of it is there, the panel is not ready. */
  besides?: readonly Asking[] | undefined;
  /** What the panel is called by those who do not see it. */
  label: string;
  title: string;
  subtitle: string;
  /** Shown once there is an answer. */
  buttons: ReactNode;
  controls?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

/**
 * What all panels look like: finding, what it is about, buttons and controls, and how the answer is coming
 * along.
 */
export function PanelShell(props: PanelShellProps) {
  const { name, view, pending } = props;
  const answered = view.answer !== undefined;
  const mayDraw = useMayDraw();
  const host = useKeptFocus<HTMLElement>();
  return (
    <section
      ref={host}
      tabIndex={-1}
      className={`panel panel-${name} ${props.className ?? ''}`}
      aria-label={props.label}
      aria-busy={pending || [view, ...(props.besides ?? [])].some(isUnderway)}
      data-testid={`panel-${name}`}
      data-state={!mayDraw ? 'loading' : pending ? 'stale' : stateOf(view, props.besides)}
    >
      <header className="panel-head">
        <div className={isOld(view) ? 'stale' : ''}>
          <h2>{props.title}</h2>
          <p className={`subtitle ${answered ? '' : 'early'}`}>{props.subtitle}</p>
        </div>
        {answered && <div className="panel-buttons">{props.buttons}</div>}
      </header>
      {props.controls && <div className="panel-controls">{props.controls}</div>}
      <div className={`panel-body ${isOld(view) ? 'stale' : ''}`}>{props.children}</div>
      {answered && view.error ? <FailedNote view={view} /> : <Waiting view={view} shown={answered} />}
    </section>
  );
}

import { FailedNote, FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { PartBoundary } from '@hotline-atlas/ui/kit/PartBoundary.tsx';
import { isOld, isUnderway, stateOf, Waiting } from '@hotline-atlas/ui/kit/Waiting.tsx';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import type { ReactNode } from 'react';

interface FrameProps {
  name: string;
  title: string;
  subtitle?: string | undefined;
  /** Buttons at the end of the heading. */
  buttons?: ReactNode;
}

interface PartProps extends FrameProps {
  children: ReactNode;
}

function Head({ name, title, subtitle, buttons }: FrameProps) {
  return (
    <header>
      <div>
        <h2 id={`unit-${name}`}>{title}</h2>
        {subtitle !== undefined && <p className="subtitle">{subtitle}</p>}
      </div>
      {buttons && <div className="unit-part-buttons">{buttons}</div>}
    </header>
  );
}

/** A part of the page whose figures are there. */
export function Part({ children, ...frame }: PartProps) {
  return (
    <section
      className={`unit-part unit-${frame.name}`}
      aria-labelledby={`unit-${frame.name}`}
      data-testid={`unit-${frame.name}`}
      data-state="ready"
    >
      <Head {...frame} />
      <PartBoundary>{children}</PartBoundary>
    </section>
  );
}

interface AskedPartProps<Body> extends FrameProps {
  view: Requested<Body>;
  children: (answer: Body) => ReactNode;
}

/** A part of the page with a question of its own, and how its answer is coming along. */
export function AskedPart<Body>({ view, children, ...frame }: AskedPartProps<Body>) {
  const { answer } = view;
  return (
    <section
      className={`unit-part unit-${frame.name}`}
      aria-labelledby={`unit-${frame.name}`}
      aria-busy={isUnderway(view)}
      data-testid={`unit-${frame.name}`}
      data-state={stateOf(view)}
    >
      <Head {...frame} />
      <div className={isOld(view) && answer !== undefined ? 'stale' : ''}>
        {answer !== undefined && <PartBoundary>{children(answer)}</PartBoundary>}
        {answer === undefined && view.error && <FailedPanel view={view} />}
        {answer === undefined && !view.error && <Skeleton />}
      </div>
      {answer !== undefined && view.error ? (
        <FailedNote view={view} />
      ) : (
        <Waiting view={view} shown={answer !== undefined} />
      )}
    </section>
  );
}

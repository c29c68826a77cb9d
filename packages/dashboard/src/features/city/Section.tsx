import { FailedNote } from '@hotline-atlas/ui/kit/Failure.tsx';
import { useMayDraw } from '@hotline-atlas/ui/kit/firstPaint.ts';
import { PartBoundary } from '@hotline-atlas/ui/kit/PartBoundary.tsx';
import { isOld, isUnderway, stateOf, Waiting } from '@hotline-atlas/ui/kit/Waiting.tsx';
import type { Asking } from '@hotline-atlas/ui/request/asking.ts';
import type { ReactNode } from 'react';

interface SectionProps {
  name: string;
  view: Asking & { answer: unknown };
  besides?: readonly Asking[];
  title: ReactNode;
  subtitle?: string;
  controls?: ReactNode;
  children: ReactNode;
}

/** A part of the page of the city: a heading, what it is of, and how the answer is coming along. */
export function Section({ name, view, besides, title, subtitle, controls, children }: SectionProps) {
  const mayDraw = useMayDraw();
  const answered = view.answer !== undefined;
  const asked = view.address !== '';
  return (
    <section
      className={`city-section city-${name}`}
      aria-labelledby={`city-${name}`}
      aria-busy={[view, ...(besides ?? [])].some(isUnderway)}
      data-testid={`city-${name}`}
      data-state={mayDraw ? stateOf(view, besides) : 'loading'}
    >
      <header className={isOld(view) && asked ? 'stale' : ''}>
        <h2 id={`city-${name}`}>{title}</h2>
        {controls}
        {subtitle !== undefined && <p className="subtitle">{subtitle}</p>}
      </header>
      <div className={isOld(view) && asked && answered ? 'stale' : ''}>
        <PartBoundary>{children}</PartBoundary>
      </div>
      {answered && view.error ? (
        <FailedNote view={view} />
      ) : (
        asked && <Waiting view={view} shown={answered} />
      )}
    </section>
  );
}

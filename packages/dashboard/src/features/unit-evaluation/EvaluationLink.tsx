import type { ReactNode } from 'react';
import { turnedTo } from '../../address/object.ts';
import { changed } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';

interface EvaluationLinkProps {
  /** The unit; empty for the whole ranking, in which the unit of this page is chosen. */
  code: string;
  month: string;
  group: string;
  className?: string;
  children: ReactNode;
}

/** A way to the evaluation of a unit, or to the ranking, in the same month and group. */
export function EvaluationLink({ code, month, group, className, children }: EvaluationLinkProps) {
  const { state } = useScreen();
  const to = changed(turnedTo(state, { page: 'evaluation', object: code }), {
    evaluation: { month, group, unit: code === '' ? state.object : '' },
  });
  return (
    <StateLink to={to} className={className ?? 'object-link'}>
      {children}
    </StateLink>
  );
}

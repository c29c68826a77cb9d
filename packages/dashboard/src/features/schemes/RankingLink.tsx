import type { ReactNode } from 'react';
import { turnedTo } from '../../address/object.ts';
import { changed } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';

interface RankingLinkProps {
  month: string;
  group: string;
  /** A unit; without it the whole ranking. */
  code?: string;
  children: ReactNode;
}

/** A way to the ranking of a month and group, or to one of its units. */
export function RankingLink({ month, group, code = '', children }: RankingLinkProps) {
  const { state } = useScreen();
  const to = changed(turnedTo(state, { page: 'evaluation', object: code }), { evaluation: { month, group } });
  return (
    <StateLink to={to} className="object-link">
      {children}
    </StateLink>
  );
}

import type { Page } from '@hotline-atlas/model';
import { useRequest } from '../../questions/useRequest.ts';
import { fieldText, listAddress } from './useAppeals.ts';

/** The appeals before and after one in its list; empty where there is none. */
export interface Neighbours {
  previous: string;
  next: string;
  /** The page of the list the next one begins; empty where it is on the same page. */
  nextCursor: string;
}

/**
 * Where an appeal stands in the list its address tells. The page of the list is asked for anew, or is here
 * already.
 */
export function useNeighbours(id: string): Neighbours {
  const { answer } = useRequest<Page>((screen) => (screen.state.appeals.listed ? listAddress(screen) : ''));
  const following = answer?.meta.next_cursor ?? '';
  const ids = answer?.rows.map((row) => fieldText(row, 'id')) ?? [];
  const at = ids.indexOf(id);
  const isLast = at >= 0 && at === ids.length - 1;
  const { answer: behind } = useRequest<Page>((screen) =>
    isLast && following !== '' && screen.state.appeals.listed ? listAddress(screen, following) : '',
  );
  const first = behind?.rows[0];
  return {
    previous: at > 0 ? (ids[at - 1] ?? '') : '',
    next: at < 0 ? '' : (ids[at + 1] ?? (isLast && first ? fieldText(first, 'id') : '')),
    nextCursor: isLast ? following : '',
  };
}

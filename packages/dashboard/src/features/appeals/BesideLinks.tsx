import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { changed } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { useNeighbours } from './useNeighbours.ts';
import { appealWords } from './words.ts';

/** Back to the list an appeal was opened from, and to the ones before and after it there. */
export function BesideLinks({ id }: { id: string }) {
  const words = useWords(appealWords);
  const { state } = useScreen();
  const { previous, next, nextCursor } = useNeighbours(id);
  if (!state.appeals.listed) return null;
  const cursor = nextCursor || state.appeals.cursor;
  return (
    <nav className="beside-links" aria-label={words.backToList}>
      <StateLink to={changed(state, { page: 'appeals', object: '', appeals: { listed: false } })}>
        {words.backToList}
      </StateLink>
      {previous && (
        <StateLink to={changed(state, { object: previous })}>
          <span aria-hidden="true">‹ </span>
          {words.previous}
        </StateLink>
      )}
      {next && (
        <StateLink to={changed(state, { object: next, appeals: { cursor } })}>
          {words.following}
          <span aria-hidden="true"> ›</span>
        </StateLink>
      )}
    </nav>
  );
}

import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useAddresses } from '../../address/useNavigation.ts';
import { useScreen } from '../../screen/screen.ts';
import { useMissingView, useOpenView } from './useViews.ts';
import { viewWords } from './words.ts';

/**
 * What is to be known of what was opened: a view that is not there for this reader, in which others see more,
 * or of another version; words to search for where texts are closed.
 */
export function ViewNote() {
  const words = useWords(viewWords);
  const { meta, person } = useScreen();
  // Of the address: what a screen searches for is nothing where texts are closed.
  const asksForTexts = useAddresses(({ chosen }) => chosen.state.appeals.search !== '');
  const view = useOpenView();
  const isMissing = useMissingView();
  const now = meta.asOf.version;
  const told = [
    ...(isMissing ? [words.notThere] : []),
    ...(asksForTexts && !person.scope?.texts ? [words.searchClosed] : []),
    ...(view?.narrower ? [words.narrower(view.owner)] : []),
    ...(view && view.version !== null && view.version !== now ? [words.savedAt(view.version, now)] : []),
  ];
  if (told.length === 0) return null;
  return (
    <p className="standing-note quiet view-note" role="status" data-testid="view-note">
      {told.join(' ')}
    </p>
  );
}

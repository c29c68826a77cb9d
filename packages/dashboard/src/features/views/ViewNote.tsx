import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { useOpenView } from './useViews.ts';
import { viewWords } from './words.ts';

/** What is to be known of the view that is open: that others see more in it, or it is of another version. */
export function ViewNote() {
  const words = useWords(viewWords);
  const { meta } = useScreen();
  const view = useOpenView();
  if (!view) return null;
  const now = meta.asOf.version;
  const told = [
    ...(view.narrower ? [words.narrower(view.owner)] : []),
    ...(view.version !== null && view.version !== now ? [words.savedAt(view.version, now)] : []),
  ];
  if (told.length === 0) return null;
  return (
    <p className="standing-note quiet view-note" role="status" data-testid="view-note">
      {told.join(' ')}
    </p>
  );
}

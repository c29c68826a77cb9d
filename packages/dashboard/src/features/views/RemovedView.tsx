import type { View } from '@hotline-atlas/model';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { uiWords } from '@hotline-atlas/ui/words/uiWords.ts';
import { useWrite } from '../../questions/useWrite.ts';
import { pathOf } from './useViews.ts';
import { viewWords } from './words.ts';

/** A view that was removed just now, and the way to put it back. */
export function RemovedView({ view, onEnd }: { view: View; onEnd: () => void }) {
  const words = useWords(viewWords);
  const { close } = useWords(uiWords);
  const { busy, error, run } = useWrite('views');
  const restore = async () => {
    const body = { revision: view.revision };
    if ((await run(`${pathOf(view)}/restore`, { method: 'POST', body })) !== undefined) onEnd();
  };
  return (
    <div className="popover view-removed">
      <p role="status">
        {words.removed(view.name)}{' '}
        <button type="button" className="link" disabled={busy} onClick={restore}>
          {words.undo}
        </button>
      </p>
      <IconButton icon="close" label={close} onClick={onEnd} />
      <WriteProblem error={error} />
    </div>
  );
}

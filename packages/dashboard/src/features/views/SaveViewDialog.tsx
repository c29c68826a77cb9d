import type { View } from '@hotline-atlas/model';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { FormEvent } from 'react';
import { useWrite } from '../../questions/useWrite.ts';
import { useScreen } from '../../screen/screen.ts';
import { useViewDraft, ViewFields } from './ViewFields.tsx';
import { keptAddress } from './viewAddress.ts';
import { viewWords } from './words.ts';

/** Keeps what is on the screen under a name. */
export function SaveViewDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(viewWords);
  const { state, change } = useScreen();
  const draft = useViewDraft(null);
  const { busy, error, run } = useWrite('views');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { ...draft.content, address: keptAddress(state) };
    const saved = await run<View>('views', { method: 'POST', body });
    if (saved === undefined) return;
    if (saved) change({ views: { open: saved.id } }, 'replace');
    onClose();
  };
  return (
    <Dialog title={words.save} onClose={onClose} testId="save-view">
      <form className="form" onSubmit={submit}>
        <ViewFields draft={draft} />
        <WriteProblem error={error} />
        <button type="submit" className="button main" disabled={busy}>
          {words.saveIt}
        </button>
      </form>
    </Dialog>
  );
}

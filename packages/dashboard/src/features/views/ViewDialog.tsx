import type { View, ViewHistory } from '@hotline-atlas/model';
import { instantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useState } from 'react';
import { useRequest } from '../../questions/useRequest.ts';
import { useWrite, type Write } from '../../questions/useWrite.ts';
import { useScreen } from '../../screen/screen.ts';
import { pathOf, useViews } from './useViews.ts';
import { useViewDraft, ViewFields } from './ViewFields.tsx';
import { keptAddress } from './viewAddress.ts';
import { viewWords } from './words.ts';

/** The states a view was in, and the way back to one. */
function History({ view, write }: { view: View; write: Write }) {
  const words = useWords(viewWords);
  const { language, meta } = useScreen();
  const { answer } = useRequest<ViewHistory>(`${pathOf(view)}/history`);
  if (!answer || answer.revisions.length < 2) return null;
  const restore = (revision: number) =>
    write.run(`${pathOf(view)}/restore`, { method: 'POST', body: { revision } });
  return (
    <details>
      <summary>
        {words.history} ({answer.revisions.length})
      </summary>
      <ol className="view-history">
        {answer.revisions.map(({ revision, at, who, change, name }) => (
          <li key={revision}>
            <span>
              {name}
              <small>
                {words.revision(words.changes[change], who, instantLabel(at, meta.timeZone, language))}
              </small>
            </span>
            {revision !== view.revision && change !== 'removed' && (
              <button type="button" className="link" disabled={write.busy} onClick={() => restore(revision)}>
                {words.restore}
              </button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

interface ViewFormProps {
  view: View;
  write: Write;
  onClose: () => void;
  onRemoved: () => void;
}

function ViewForm({ view, write, onClose, onRemoved }: ViewFormProps) {
  const words = useWords(viewWords);
  const { state } = useScreen();
  const draft = useViewDraft(view);
  const [told, setTold] = useState('');
  const { busy, error, run } = write;
  const put = (address: string) =>
    run(pathOf(view), { method: 'PUT', body: { ...draft.content, address, revision: view.revision } });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await put(view.address)) !== undefined) onClose();
  };
  const update = async () => {
    setTold('');
    if ((await put(keptAddress(state))) !== undefined) setTold(words.updated);
  };
  const remove = async () => {
    if ((await run(pathOf(view), { method: 'DELETE' })) !== undefined) onRemoved();
  };
  return (
    <form className="form" onSubmit={submit}>
      <ViewFields draft={draft} />
      <WriteProblem error={error} say={({ status }) => (status === 409 ? words.meanwhile : null)} />
      <p className={told ? 'hint' : 'hidden'} role="status">
        {told}
      </p>
      <div className="form-buttons">
        <button type="submit" className="button main" disabled={busy}>
          {words.saveIt}
        </button>
        <button type="button" className="button" disabled={busy} onClick={update}>
          {words.update}
        </button>
        <button type="button" className="button remove-view" disabled={busy} onClick={remove}>
          {words.remove}
        </button>
      </div>
    </form>
  );
}

/** Changes one's own view: name, audience, what it shows; earlier states; removal. */
export function ViewDialog(props: { view: View; onClose: () => void; onRemoved: () => void }) {
  const words = useWords(viewWords);
  const { answer } = useViews();
  const write = useWrite('views');
  // As it is now: a restored or updated view is another revision.
  const view = answer?.views.find(({ id }) => id === props.view.id) ?? props.view;
  return (
    <Dialog title={words.manage(view.name)} onClose={props.onClose} testId="view-dialog">
      <ViewForm
        key={view.name + view.audience}
        view={view}
        write={write}
        onClose={props.onClose}
        onRemoved={props.onRemoved}
      />
      <History view={view} write={write} />
    </Dialog>
  );
}

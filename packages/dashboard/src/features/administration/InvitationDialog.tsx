import type { Invitation } from '@hotline-atlas/model';
import { ownInstantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { CopyField } from '@hotline-atlas/ui/kit/CopyField.tsx';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { administrationWords } from './words.ts';

/** A one-time link, shown this once, to be copied. */
export function InvitationDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { link: words } = useWords(administrationWords);
  const language = useLanguage();
  return (
    <Dialog title={words.title(invitation.account)} onClose={onClose} testId="invitation-dialog">
      <p>{words.what}</p>
      <CopyField label={words.label} text={new URL(invitation.link, window.location.origin).href} />
      <p className="hint">{words.expires(ownInstantLabel(invitation.expires, language))}</p>
      <div className="form-buttons">
        <button type="button" className="button main" onClick={onClose}>
          {words.done}
        </button>
      </div>
    </Dialog>
  );
}

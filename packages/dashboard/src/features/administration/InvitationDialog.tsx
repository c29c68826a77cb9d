import type { Invitation } from '@hotline-atlas/model';
import { CopyField } from '@hotline-atlas/ui/kit/CopyField.tsx';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { administrationWords } from './words.ts';

/** A one-time link, shown this once, to be copied. */
export function InvitationDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { link: words } = useWords(administrationWords);
  const language = useLanguage();
  const time = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <Dialog title={words.title(invitation.account)} onClose={onClose} testId="invitation-dialog">
      <p>{words.what}</p>
      <CopyField label={words.label} text={new URL(invitation.link, window.location.origin).href} />
      <p className="hint">{words.expires(time.format(new Date(invitation.expires)))}</p>
      <div className="form-buttons">
        <button type="button" className="button main" onClick={onClose}>
          {words.done}
        </button>
      </div>
    </Dialog>
  );
}

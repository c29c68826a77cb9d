import type { Link } from '@hotline-atlas/model';
import { CopyField, copied } from '@hotline-atlas/ui/kit/CopyField.tsx';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { write } from '@hotline-atlas/ui/request/request.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useEffect, useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { viewWords } from './words.ts';

/** Characters from which on a short link is made: mail programs and chats cut long addresses. */
const longAddress = 400;
/** Milliseconds that it is said that a link was copied. */
const saidFor = 2500;

/** A link to the screen; the address itself where it is short, or no short one can be made. */
async function linkTo({ pathname, search, origin }: Location, mayKeep: boolean): Promise<string> {
  const address = pathname + search;
  if (address.length <= longAddress || !mayKeep) return origin + address;
  const made = await write<Link>('links', { method: 'POST', body: { address } }).catch(() => null);
  return made ? `${origin}/l/${made.id}` : origin + address;
}

/** Copies a link to what is on the screen; where the browser refuses, it is shown to be copied. */
export function CopyLink() {
  const words = useWords(viewWords);
  const { person } = useScreen();
  const [isCopied, setCopied] = useState(false);
  const [shown, setShown] = useState('');
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), saidFor);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    const link = await linkTo(window.location, person.may.has('keep'));
    if (await copied(link)) setCopied(true);
    else setShown(link);
  };
  return (
    <>
      <button type="button" className="link copy-link" onClick={copy}>
        <Icon name="link" /> {isCopied ? words.copied : words.copy}
      </button>
      <span className="hidden" role="status">
        {isCopied && words.copied}
      </span>
      {shown && (
        <Dialog title={words.link} onClose={() => setShown('')}>
          <CopyField label={words.link} text={shown} />
          <p className="hint">{words.linkWhy}</p>
        </Dialog>
      )}
    </>
  );
}

import { instantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { wasRenewed } from '@hotline-atlas/ui/kit/renewal.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useEffect, useState } from 'react';
import { useScreen } from '../screen/screen.ts';
import { appWords } from './words.ts';

/** Milliseconds that a note of what has happened stands. */
const readFor = 12_000;

/** When the server began not to answer; null while it does. */
function useAwaySince(isAway: boolean): string | null {
  const [since, setSince] = useState<string | null>(null);
  useEffect(() => setSince(isAway ? new Date().toISOString() : null), [isAway]);
  return since;
}

/**
 * What concerns the whole page: that it was loaded anew, or that the server is away and since when figures
 * are old.
 */
export function StandingNotes({ isAway }: { isAway: boolean }) {
  const { meta, language } = useScreen();
  const words = useWords(appWords);
  const [renewed, setRenewed] = useState(wasRenewed);
  useEffect(() => {
    const timer = setTimeout(() => setRenewed(false), readFor);
    return () => clearTimeout(timer);
  }, []);
  const since = useAwaySince(isAway);
  const text = since
    ? words.meanwhile(instantLabel(since, meta.timeZone, language))
    : renewed
      ? words.reloaded
      : '';
  return (
    <p className={text ? 'standing-note' : 'hidden'} role="status">
      {text}
    </p>
  );
}

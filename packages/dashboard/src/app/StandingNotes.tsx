import { instantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { wasRenewed } from '@hotline-atlas/ui/kit/renewal.ts';
import { useEffect, useState } from 'react';
import { useScreen } from '../screen/screen.ts';

/** Milliseconds that a note of what has happened stands. */
const readFor = 12_000;

/** When the server began not to answer; null while it does. */
function useAwaySince(isAway: boolean): string | null {
  const [since, setSince] = useState<string | null>(null);
  useEffect(() => setSince(isAway ? new Date().toISOString() : null), [isAway]);
  return since;
}

/** What concerns the whole page: that it was loaded anew, or that the server is away and since when figures are old. */
export function StandingNotes({ isAway }: { isAway: boolean }) {
  const { messages, meta, language } = useScreen();
  const [renewed, setRenewed] = useState(wasRenewed);
  useEffect(() => {
    const timer = setTimeout(() => setRenewed(false), readFor);
    return () => clearTimeout(timer);
  }, []);
  const since = useAwaySince(isAway);
  const text = since
    ? messages.failures.meanwhile(instantLabel(since, meta.timeZone, language))
    : renewed
      ? messages.failures.reloaded
      : '';
  return (
    <p className={text ? 'standing-note' : 'hidden'} role="status">
      {text}
    </p>
  );
}

import { type Completeness, stillSummingUp } from '@hotline-atlas/model';
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

/** Whether this page was loaded anew just now. */
function useRenewed(): boolean {
  const [renewed, setRenewed] = useState(wasRenewed);
  useEffect(() => {
    const timer = setTimeout(() => setRenewed(false), readFor);
    return () => clearTimeout(timer);
  }, []);
  return renewed;
}

interface Standing {
  isAway: boolean;
  completeness: Completeness | null;
}

/**
 * What concerns the whole page: that it was loaded anew, that the server is away and since when figures are
 * old, or what is still being summed up.
 */
export function StandingNotes({ isAway, completeness }: Standing) {
  const { meta, language } = useScreen();
  const words = useWords(appWords);
  const renewed = useRenewed();
  const since = useAwaySince(isAway);
  const urgent = since
    ? words.meanwhile(instantLabel(since, meta.timeZone, language))
    : renewed
      ? words.reloaded
      : '';
  const summingUp = completeness && stillSummingUp(completeness);
  const text = urgent || (summingUp?.[language] ?? '');
  const kind = urgent ? '' : 'quiet';
  return (
    <p className={text ? `standing-note ${kind}` : 'hidden'} role="status" data-testid="standing-note">
      {text}
    </p>
  );
}

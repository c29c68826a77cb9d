import type { IntegrityTest } from '@hotline-atlas/model';
import { percent } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { CSSProperties } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { roundUp } from './chartScale.ts';
import { integrityWords } from './words.ts';

/** A unit's share with its interval, and the share that was expected, on one scale. */
export function ShareLine({ test }: { test: IntegrityTest }) {
  const { language } = useScreen();
  const words = useWords(integrityWords);
  const { share, lower, upper, expected_share: expected } = test;
  if (share === null || lower === null || upper === null) return null;
  const most = Math.min(1, roundUp(Math.max(upper, expected ?? 0)));
  const part = (value: number) => `${(100 * Math.min(1, value / most)).toFixed(2)}%`;
  const style = {
    '--v': part(share),
    '--lo': part(lower),
    '--hi': part(upper),
    '--ref': part(expected ?? 0),
  };
  const said = words.share(percent(share, language), percent(lower, language), percent(upper, language));
  return (
    <figure className="integrity-share">
      <figcaption>
        {said}
        {expected !== null && words.expectedShare(percent(expected, language))}
      </figcaption>
      <div className="integrity-track" style={style as CSSProperties} aria-hidden="true">
        <i className="interval" />
        {expected !== null && <i className="reference" />}
        <i className="dot" />
      </div>
      <div className="integrity-ends" aria-hidden="true">
        <span>{percent(0, language)}</span>
        <span>{percent(most, language)}</span>
      </div>
    </figure>
  );
}

import { type Findings, inLanguage } from '@hotline-atlas/model';
import { isOld, stateOf } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from '../change/Mark.tsx';
import { judgedAddress, type Shown } from './asking.ts';
import { useLive } from './useNeeds.ts';

/** What to know first of the area: one finding with its mark, the others in a line under it. */
export function AreaHead({ shown }: { shown: Shown }) {
  const { language } = useScreen();
  const moment = useLive() ? { due_at: 'now' } : {};
  // Findings are of a place that is known.
  const isKnown = shown.area.code !== '';
  const view = useRequest<Findings>(isKnown ? judgedAddress('findings', shown, moment) : '');
  const { answer } = view;
  const [first, ...others] = answer?.sentences ?? [];
  if (!isKnown) return null;
  return (
    <section
      className={`area-head ${isOld(view) ? 'stale' : ''}`}
      data-testid="area-head"
      data-state={stateOf(view)}
      aria-live="polite"
    >
      {first ? (
        <>
          <h2>
            <Mark mark={first.mark} /> {inLanguage(first.text, language)}
          </h2>
          <p>
            {others.length === 0
              ? inLanguage(first.detail, language)
              : others.map(({ kind, mark, text }) => (
                  <span key={kind}>
                    <Mark mark={mark} /> {inLanguage(text, language)}
                  </span>
                ))}
          </p>
        </>
      ) : (
        <h2>{answer?.notice ? inLanguage(answer.notice, language) : '\u00a0'}</h2>
      )}
    </section>
  );
}

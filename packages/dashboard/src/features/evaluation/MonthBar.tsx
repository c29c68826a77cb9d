import { type Evaluation, floorTo, shift } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { KeyboardEvent } from 'react';
import { PageRow } from '../../panel/PageRow.tsx';
import { useScreen } from '../../screen/screen.ts';
import { LifeSteps } from './LifeSteps.tsx';
import { evaluationWords } from './words.ts';

/** The months beside one that have data; null where there is none. */
function monthsBeside(month: string, firstDay: string | null, lastDay: string | null) {
  const start = `${month}-01`;
  const [earlier, later] = [shift(start, 'month', -1), shift(start, 'month', 1)];
  return {
    earlier: firstDay !== null && earlier >= floorTo(firstDay, 'month') ? earlier.slice(0, 7) : null,
    later: lastDay !== null && later <= lastDay ? later.slice(0, 7) : null,
  };
}

/** One month back or on, by buttons and by arrow keys. */
function MonthStepper({ month }: { month: string }) {
  const { language, meta, change } = useScreen();
  const words = useWords(evaluationWords);
  const { earlier, later } = monthsBeside(month, meta.firstDay, meta.lastDay);
  const go = (to: string | null) => to !== null && change({ evaluation: { month: to } });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    go(event.key === 'ArrowLeft' ? earlier : later);
  };
  const step = (to: string | null, label: string, side: 'left' | 'right') => (
    <button
      type="button"
      className={`icon-button ${side}`}
      aria-label={label}
      title={label}
      aria-disabled={to === null}
      onClick={() => go(to)}
    >
      <Icon name="right" />
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons and a name, which arrow keys move
    <span className="evaluation-stepper" role="group" aria-label={words.month} onKeyDown={onKeyDown}>
      {step(earlier, words.earlier, 'left')}
      <b aria-live="polite" data-testid="evaluation-month">
        {bucketLabel(`${month}-01`, 'month', language)}
      </b>
      {step(later, words.later, 'right')}
    </span>
  );
}

/** The row under the bar: which month, and where it is in its life. */
export function MonthBar({ view }: { view: Requested<Evaluation> }) {
  const { state } = useScreen();
  const month = state.evaluation.month || (view.answer?.meta.month ?? '');
  return (
    <PageRow>
      {month !== '' && <MonthStepper month={month} />}
      {view.answer && !view.error && <LifeSteps answer={view.answer} />}
    </PageRow>
  );
}

import type { Answer } from '@hotline-atlas/model';
import { ripenessIn } from '@hotline-atlas/ui/answer/provisional.ts';
import { bucketLabel, dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { KeyboardEvent } from 'react';
import { TopicsUnderWay } from '../../panel/MonthlyTopicWays.tsx';
import { ScopeChips } from '../../panel/ScopeChips.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { CopyLink } from '../views/CopyLink.tsx';
import { useCity } from './CityContext.ts';
import { figuresAddress } from './questions.ts';
import { Ripeness } from './Ripeness.tsx';
import { cityWords } from './words.ts';

/** One month back or on, by buttons and by arrow keys. */
function MonthStepper() {
  const { language, change } = useScreen();
  const words = useWords(cityWords);
  const { month } = useCity();
  const go = (name: string | null) => name !== null && change({ city: { month: name } });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    go(event.key === 'ArrowLeft' ? month.earlier : month.later);
  };
  const step = (name: string | null, label: string, icon: 'left' | 'right') => (
    <button
      type="button"
      className={`icon-button ${icon}`}
      aria-label={label}
      title={label}
      aria-disabled={name === null}
      onClick={() => go(name)}
    >
      <Icon name="right" />
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons and a name, which arrow keys move
    <span className="month-stepper" role="group" aria-label={words.month} onKeyDown={onKeyDown}>
      {step(month.earlier, words.earlier, 'left')}
      <b aria-live="polite" data-testid="city-month">
        {bucketLabel(month.period.from, 'month', language)}
      </b>
      {step(month.later, words.later, 'right')}
      {month.isUnderWay && <span className="so-far">{words.soFar}</span>}
    </span>
  );
}

/** Which month the page is of, what it is compared with, as of when, and how final it is. */
export function CityBar() {
  const { language, meta } = useScreen();
  const words = useWords(cityWords);
  const { month, before, yearBefore } = useCity();
  const { answer } = useRequest<Answer>(figuresAddress(month.period));
  const named = (period: { from: string } | null) => period && bucketLabel(period.from, 'month', language);
  return (
    <section className="city-bar" aria-label={words.month}>
      <MonthStepper />
      <ScopeChips />
      <span className="city-against">{words.against(named(before), named(yearBefore))}</span>
      {answer && <TopicsUnderWay />}
      <span className="city-bar-end">
        {meta.lastDay && (
          <span>
            {words.dataTo} <b>{dayLabel(meta.lastDay, language)}</b>
          </span>
        )}
        {answer && <Ripeness standing={ripenessIn(answer, 'satisfaction_rate')} />}
        <CopyLink />
        <button type="button" className="link" onClick={() => window.print()}>
          {words.print}
        </button>
      </span>
    </section>
  );
}

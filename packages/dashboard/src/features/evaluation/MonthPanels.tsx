import { type Evaluation, inLanguage } from '@hotline-atlas/model';
import { PartBoundary } from '@hotline-atlas/ui/kit/PartBoundary.tsx';
import { lazy, Suspense } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { BaseBar } from './BaseBar.tsx';
import { ChosenUnit } from './ChosenUnit.tsx';
import { ExcludedDialog } from './ExcludedDialog.tsx';
import { Funnel } from './Funnel.tsx';
import { MonthContext } from './MonthContext.ts';
import { Ranking } from './Ranking.tsx';
import { Saying } from './Saying.tsx';
import { TakeAway } from './TakeAway.tsx';
import { useShown } from './useMonth.ts';
import { WhatIf } from './WhatIf.tsx';

const MonthDialog = lazy(() =>
  import('./MonthDialog.tsx').then((module) => ({ default: module.MonthDialog })),
);
const ObjectionsDialog = lazy(() =>
  import('./ObjectionsDialog.tsx').then((module) => ({ default: module.ObjectionsDialog })),
);

/** The panels of a month that has been answered. */
export function MonthPanels({ answer }: { answer: Evaluation }) {
  const { state, language } = useScreen();
  const month = useShown(answer);
  const { open } = state.evaluation;
  return (
    <MonthContext value={month}>
      <Saying />
      {answer.notice ? (
        <p className="panel-message">{inLanguage(answer.notice, language)}</p>
      ) : (
        <>
          <BaseBar />
          <div className="evaluation-columns">
            <section className="evaluation-main">
              <PartBoundary>
                <WhatIf />
                <Ranking />
              </PartBoundary>
            </section>
            <aside className="evaluation-side">
              <PartBoundary>
                <Funnel />
                <ChosenUnit />
              </PartBoundary>
            </aside>
          </div>
        </>
      )}
      <TakeAway />
      {open === 'excluded' && <ExcludedDialog />}
      <Suspense>
        {open === 'month' && <MonthDialog />}
        {open === 'objections' && <ObjectionsDialog />}
      </Suspense>
    </MonthContext>
  );
}

import {
  effectMeasures,
  inLanguage,
  type MonthlyTopic,
  type MonthlyTopicEffect,
  metricOf,
} from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { isOld, stateOf, Waiting } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { lazy, Suspense, useId } from 'react';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { EffectChart } from './EffectChart.tsx';
import { EffectMethods } from './EffectMethods.tsx';
import { EffectTable, LeftOut } from './EffectTable.tsx';
import { verdictText } from './effectTold.ts';
import { topicPath } from './useTopics.ts';
import { effectWords } from './words-effect.ts';
import './effect.css';

const HowJudged = lazy(() =>
  import('../../judgement/HowJudged.tsx').then((module) => ({ default: module.HowJudged })),
);

/** What the effect is measured in, and how it is judged. */
function Controls() {
  const { state, language, change } = useScreen();
  const words = useWords(effectWords);
  const id = useId();
  const { measure } = state.monthlyTopics;
  return (
    <div className="effect-controls screen-only">
      <label className="select" htmlFor={id}>
        <span>{words.measure}</span>
        <select
          id={id}
          value={measure}
          onChange={({ target }) =>
            change({
              monthlyTopics: { measure: effectMeasures.find((each) => each === target.value) ?? 'appeals' },
            })
          }
        >
          {effectMeasures.map((each) => (
            <option key={each} value={each}>
              {inLanguage(metricOf(each).label, language)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="link" onClick={() => change({ monthlyTopics: { over: 'method' } })}>
        {words.method}
      </button>
    </div>
  );
}

/** The verdict first; then the picture, both methods, and the numbers. */
function Effect({ effect }: { effect: MonthlyTopicEffect }) {
  const { language } = useScreen();
  const words = useWords(effectWords);
  const { meta, obstacle, series, verdict } = effect;
  const count = (value: number) => exact(value, language);
  const hasMonths = series.month.length > 1;
  return (
    <>
      <p className="effect-verdict" data-testid="effect-verdict" data-verdict={verdict}>
        {verdictText(effect, language)}
      </p>
      {obstacle && <p data-testid="effect-obstacle">{inLanguage(obstacle, language)}</p>}
      <p className="subtitle">
        {inLanguage(metricOf(meta.measure).label, language)} ·{' '}
        {words.months(count(meta.months_before), count(meta.months_after))}
        {verdict === 'changed' && ` · ${words.caveat}`}
      </p>
      {hasMonths && <EffectChart effect={effect} />}
      <EffectMethods effect={effect} />
      <LeftOut effect={effect} />
      {hasMonths && <EffectTable effect={effect} />}
    </>
  );
}

/** Before and after the work, against a control. */
export function EffectPart({ topic }: { topic: MonthlyTopic }) {
  const { state, change } = useScreen();
  const words = useWords(effectWords);
  const view = useRequest<MonthlyTopicEffect>(
    `${topicPath(topic.id)}/effect?measure=${state.monthlyTopics.measure}`,
  );
  const { answer } = view;
  return (
    <section
      className="topic-part topic-effect"
      aria-labelledby="topic-effect"
      data-testid="topic-effect"
      data-state={stateOf(view)}
    >
      <header>
        <h2 id="topic-effect">{words.title}</h2>
        <Controls />
      </header>
      {answer ? (
        <div className={isOld(view) ? 'stale' : ''}>
          <Effect effect={answer} />
        </div>
      ) : view.error ? (
        <FailedPanel view={view} />
      ) : (
        <Skeleton />
      )}
      <Waiting view={view} shown={answer !== undefined} />
      {state.monthlyTopics.over === 'method' && answer && (
        <Suspense>
          <HowJudged
            method={answer.method}
            meta={answer.meta}
            onClose={() => change({ monthlyTopics: { over: null } })}
          />
        </Suspense>
      )}
    </section>
  );
}

import { inLanguage, shift } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { lazy, Suspense, useState } from 'react';
import { placeOfValue } from '../../address/object.ts';
import { ObjectLink } from '../../panel/ObjectLink.tsx';
import { PageRow } from '../../panel/PageRow.tsx';
import { useScreen } from '../../screen/screen.ts';
import { EvaluationLink } from './EvaluationLink.tsx';
import { evaluationAddressOf } from './requests.ts';
import type { UnitMonth } from './useUnitMonth.ts';
import { unitEvaluationWords } from './words.ts';

const HowJudged = lazy(() =>
  import('../../judgement/HowJudged.tsx').then((module) => ({ default: module.HowJudged })),
);

/** The month so many months from another, where the data has it. */
const stepped = (month: string, by: number, first: string | null, last: string | null): string | null => {
  const to = shift(`${month}-01`, 'month', by).slice(0, 7);
  return first !== null && last !== null && to >= first.slice(0, 7) && to <= last.slice(0, 7) ? to : null;
};

/** One month back or on. */
function MonthSteps({ month }: { month: string }) {
  const { meta, language, change } = useScreen();
  const words = useWords(unitEvaluationWords);
  const [earlier, later] = [-1, 1].map((by) => stepped(month, by, meta.firstDay, meta.lastDay));
  const go = (to: string | null | undefined) => to && change({ evaluation: { month: to } });
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons and a name
    <span className="unit-months" role="group" aria-label={words.month}>
      <IconButton icon="left" label={words.earlier} disabled={!earlier} onClick={() => go(earlier)} />
      <b aria-live="polite">{bucketLabel(`${month}-01`, 'month', language)}</b>
      <IconButton icon="right" label={words.later} disabled={!later} onClick={() => go(later)} />
    </span>
  );
}

/** The letter to the unit, paper, and how the month was judged. */
function TakeAway({ shown: { answer, row, month, group } }: { shown: UnitMonth }) {
  const { language, person } = useScreen();
  const words = useWords(unitEvaluationWords);
  const [asksHow, setAsksHow] = useState(false);
  const letter = evaluationAddressOf('/api/evaluation/letter', { month, group, unit: row.code, language });
  return (
    <>
      {row.isOpen && person.may.has('export') && <a href={letter}>{words.letter}</a>}
      <button type="button" className="link" onClick={() => window.print()}>
        {words.print}
      </button>
      <IconButton icon="how" label={words.how} onClick={() => setAsksHow(true)} />
      {asksHow && (
        <Suspense>
          <HowJudged method={answer.method} meta={answer.meta} onClose={() => setAsksHow(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Which unit the page is of, in which ranking and month. */
export function UnitEvaluationBar({ shown }: { shown: UnitMonth }) {
  const { language } = useScreen();
  const words = useWords(unitEvaluationWords);
  const { answer, month, by, row, name } = shown;
  const own = placeOfValue(by, row.code);
  return (
    <PageRow>
      <h2 className="unit-name">{name}</h2>
      <EvaluationLink code="" month={month} group={shown.group}>
        {words.ranking(inLanguage(answer.meta.group.label, language))}
      </EvaluationLink>
      <MonthSteps month={month} />
      {own && <ObjectLink to={own}>{by === 'unit' ? words.unitPage : words.areaPage}</ObjectLink>}
      <TakeAway shown={shown} />
    </PageRow>
  );
}

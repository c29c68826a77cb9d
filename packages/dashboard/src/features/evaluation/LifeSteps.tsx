import { type Evaluation, evaluationMonthStates } from '@hotline-atlas/model';
import { bucketTick } from '@hotline-atlas/ui/format/dates.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { counted } from './told.ts';
import { useToday } from './useLife.ts';
import { lifeWords } from './words-life.ts';

/** Where a month is in its life: draft, objections till a day, final; opens who did what, and objections. */
export function LifeSteps({ answer }: { answer: Evaluation }) {
  const { language, change } = useScreen();
  const words = useWords(lifeWords);
  const today = useToday();
  const { state, objections_until: until, finalised } = answer.meta;
  const day = (text: string) => bucketTick(text, 'day', language);
  const told = {
    draft: words.states.draft,
    objections:
      until === null || state !== 'objections'
        ? words.states.objections
        : (today <= until ? words.until : words.over)(day(until)),
    final: finalised ? words.finalOn(day(finalised.at)) : words.states.final,
  };
  const { open } = answer.objections;
  return (
    <span className="month-life" data-testid="life" data-month-state={state}>
      <button type="button" title={words.details} onClick={() => change({ evaluation: { open: 'month' } })}>
        <span className="hidden">{words.state}</span>
        {evaluationMonthStates.map((each) => (
          <span key={each} className="month-life-step">
            <span aria-current={each === state ? 'step' : undefined}>{told[each]}</span>
          </span>
        ))}
      </button>
      {(state !== 'draft' || open > 0) && (
        <button type="button" className="link" onClick={() => change({ evaluation: { open: 'objections' } })}>
          {open > 0 ? words.objections(counted(open, language)) : words.none}
        </button>
      )}
    </span>
  );
}

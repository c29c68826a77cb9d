import type { AppealRecord, Language } from '@hotline-atlas/model';
import { inLanguage, standardValues } from '@hotline-atlas/model';
import { instantLabel, momentLabel } from '@hotline-atlas/ui/format/dates.ts';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { duration } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { type Life, type Step, stepNames } from './life.ts';
import { lifeWords } from './lifeWords.ts';
import { fieldText } from './useAppeals.ts';

const outcomeFields = ['contacted', 'resolved', 'satisfied'] as const;

/** What the return visit found: only what was asked. */
function outcomesOf(appeal: AppealRecord, language: Language): string[] {
  const words = lifeWords[language];
  return outcomeFields.flatMap((name) => {
    const answer = fieldText(appeal, name);
    return answer === 'yes' || answer === 'no' ? [words.outcomes[name][answer]] : [];
  });
}

function StepRow({ step, appeal, life }: { step: Step; appeal: AppealRecord; life: Life }) {
  const words = useWords(lifeWords);
  const { language } = useScreen();
  const outcomes = step.name === 'visited' ? outcomesOf(appeal, language) : [];
  const isMissed = step.name === 'due' && (life.late ?? 0) > 0;
  return (
    <li className={`life-step ${step.name} ${isMissed ? 'missed' : ''}`}>
      <span className="life-name">{isMissed ? words.missed : words.steps[step.name]}</span>
      <time dateTime={step.at}>{momentLabel(step.at, language)}</time>
      <span className="life-after">
        {step.name !== 'received' && step.hours !== null && step.hours >= 0
          ? words.after(duration(step.hours, language))
          : ''}
      </span>
      {outcomes.length > 0 && (
        <span className="life-outcome">{outcomes.join(language === 'zh' ? '，' : ', ')}</span>
      )}
    </li>
  );
}

/**
 * Steps an order can have that are not recorded, or have not come yet. Few cities record who signs for an
 * order, so that is not missed.
 */
function missingSteps(life: Life): string[] {
  const had = new Set(life.steps.map(({ name }) => name));
  if (life.standing === 'answered') return [];
  return stepNames.filter((name) => !had.has(name) && name !== 'signed');
}

/** How an appeal stands, in one line: `Overdue by 2.4 days`. */
export function Standing({ life }: { life: Life }) {
  const words = useWords(lifeWords);
  const { meta, language } = useScreen();
  const { standing, late, hoursToClose } = life;
  const isOpen = standing === 'overdue' || standing === 'due' || standing === 'no_limit';
  const took = hoursToClose === null ? null : duration(hoursToClose, language);
  const by = late === null ? '' : duration(Math.abs(late), language);
  return (
    <p className={`standing ${standing}`}>
      <strong>{words.standing[standing](by)}</strong>
      {took && ` · ${words.took(took)}`}
      {isOpen && meta.orders && (
        <span className="standing-at">
          {' '}
          {words.asOf(instantLabel(meta.orders.at, meta.timeZone, language), meta.orders.live)}
        </span>
      )}
    </p>
  );
}

/** The life of an appeal: what happened when, and how long after it was received. */
export function AppealLife({ appeal, life }: { appeal: AppealRecord; life: Life }) {
  const words = useWords(lifeWords);
  const { language } = useScreen();
  const missing = missingSteps(life);
  const reopened = fieldText(appeal, 'status') === 'reopened';
  return (
    <section aria-label={words.title}>
      <h3>{words.title}</h3>
      <ol className="life">
        {life.steps.map((step) => (
          <StepRow key={step.name} step={step} appeal={appeal} life={life} />
        ))}
      </ol>
      {life.contradictions.length > 0 && (
        <p className="note">
          {words.contradicted(life.contradictions.map((name) => words.contradictions[name]))}
        </p>
      )}
      {reopened && (
        <p className="note">
          {labelled(inLanguage(standardValues.status.reopened, language), words.reopened, language)}
        </p>
      )}
      {life.returned !== null && <p className="note">{words.returned(life.returned)}</p>}
      {missing.length > 0 && (
        <p className="note">{words.missing(missing.map((name) => words.steps[name as Step['name']]))}</p>
      )}
    </section>
  );
}

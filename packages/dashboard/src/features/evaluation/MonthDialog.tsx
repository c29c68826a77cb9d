import type { EvaluationMonth, EvaluationStep, EvaluationStepTaken } from '@hotline-atlas/model';
import { bucketLabel, dayLabel, ownInstantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { stepsOf } from './life.ts';
import { useShownMonth } from './MonthContext.ts';
import { SinceFinal } from './SinceFinal.tsx';
import { StepForm } from './StepForm.tsx';
import { counted } from './told.ts';
import { useMonthLife } from './useLife.ts';
import { lifeWords } from './words-life.ts';

/** One step somebody took: what, who, when, and why. */
function Step({ taken }: { taken: EvaluationStepTaken }) {
  const { language } = useScreen();
  const words = useWords(lifeWords);
  const { step, who, at, objections_until: until, reason, provisional, early } = taken;
  const said = [
    until && words.until(dayLabel(until, language)),
    early && words.earlyDone,
    provisional && words.provisional,
  ].filter(Boolean);
  return (
    <li>
      <b>{words.steps[step]}</b>
      <span className="subtitle">
        {words.by(who, ownInstantLabel(at, language))}
        {said.length > 0 && ` · ${said.join(' · ')}`}
      </span>
      {reason && <span className="objection-text">{reason}</span>}
    </li>
  );
}

/** What a final month rests on. */
function FrozenAs({ month }: { month: EvaluationMonth }) {
  const words = useWords(lifeWords);
  const { finalised } = month;
  if (!finalised) return null;
  const { data_version, scheme, program, hash } = finalised;
  return (
    <p className="hint">
      {words.frozenAs(
        String(data_version),
        scheme,
        [program.version, program.build?.slice(0, 8)].filter(Boolean).join(' '),
      )}
      <br />
      {words.hash} <code>{hash.slice(0, 16)}</code>
    </p>
  );
}

function Steps({ month }: { month: EvaluationMonth }) {
  const { person } = useScreen();
  const words = useWords(lifeWords);
  const [step, setStep] = useState<EvaluationStep | null>(null);
  if (!person.may.has('evaluate')) return null;
  if (step) return <StepForm key={month.revision} month={month} step={step} onDone={() => setStep(null)} />;
  return (
    <div className="form-buttons">
      {stepsOf(month.state).map((each, at) => (
        <button
          key={each}
          type="button"
          className={at === 0 ? 'button main' : 'button'}
          onClick={() => setStep(each)}
        >
          {words.steps[each]}
        </button>
      ))}
    </div>
  );
}

/** The life of the month: its state, what can be done, who did what, and what changed since it was final. */
export function MonthDialog() {
  const { language, change } = useScreen();
  const words = useWords(lifeWords);
  const { answer } = useShownMonth();
  const view = useMonthLife();
  const name = bucketLabel(`${answer.meta.month}-01`, 'month', language);
  return (
    <Dialog
      title={words.title(name)}
      testId="month-dialog"
      onClose={() => change({ evaluation: { open: null } })}
    >
      <PanelBody view={view}>
        {(month) => (
          <>
            <div>
              <p>
                <b>{words.states[month.state]}</b>
                {month.reopened > 0 && ` · ${words.reopened(counted(month.reopened, language))}`}
              </p>
              <p>{words.means[month.state]}</p>
              <FrozenAs month={month} />
            </div>
            <Steps month={month} />
            <SinceFinal />
            <div>
              <h3>{words.history}</h3>
              {month.history.length === 0 ? (
                <p className="hint">{words.noHistory}</p>
              ) : (
                <ol className="month-steps-taken">
                  {month.history.map((taken) => (
                    <Step key={taken.revision} taken={taken} />
                  ))}
                </ol>
              )}
            </div>
          </>
        )}
      </PanelBody>
    </Dialog>
  );
}

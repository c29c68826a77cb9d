import { type EvaluationMonth, type EvaluationStep, type MonthStep, shift } from '@hotline-atlas/model';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../questions/useWrite.ts';
import { useScreen } from '../../screen/screen.ts';
import { beforeFinal, needsOf } from './life.ts';
import { counted } from './told.ts';
import { useToday } from './useLife.ts';
import { lifeWords } from './words-life.ts';

/** Days objections are taken, unless another day is said. */
const daysOpen = 10;

interface StepFormProps {
  month: EvaluationMonth;
  step: EvaluationStep;
  onDone: () => void;
}

interface ConsentProps {
  text: string;
  given: boolean;
  onGive: (given: boolean) => void;
}

/** What has to be said on purpose, for it stays on record. */
function Consent({ text, given, onGive }: ConsentProps) {
  return (
    <label className="check step-consent">
      <input type="checkbox" checked={given} onChange={({ target }) => onGive(target.checked)} />
      {text}
    </label>
  );
}

/** Says what a step needs, and takes it. */
export function StepForm({ month, step, onDone }: StepFormProps) {
  const { language } = useScreen();
  const words = useWords(lifeWords);
  const today = useToday();
  const needs = needsOf(step, month.state);
  const before = beforeFinal(month, today);
  const isFinal = step === 'finalise';
  const [day, setDay] = useState(shift(today, 'day', daysOpen));
  const [reason, setReason] = useState('');
  const [early, setEarly] = useState(false);
  const [provisional, setProvisional] = useState(false);
  const { busy, error, run } = useWrite('evaluation');
  const isInOrder =
    (!needs.day || day >= today) &&
    (!needs.reason || reason.trim() !== '') &&
    (!isFinal ||
      (before.undecided === 0 && (early || !before.early) && (provisional || !before.provisional)));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body: MonthStep = {
      ...{ month: month.month, step, revision: month.revision },
      ...(needs.day && { objections_until: day }),
      ...(needs.reason && { reason: reason.trim() }),
      ...(isFinal && { early, provisional }),
    };
    if ((await run('evaluation/month/step', { method: 'POST', body })) !== undefined) onDone();
  };
  return (
    <form className="form" onSubmit={submit} data-testid="step-form">
      <h3>{words.steps[step]}</h3>
      {step === 'step_back' && <p>{words.takesBack[month.state]}</p>}
      {isFinal && <p>{words.freezes}</p>}
      {isFinal && before.undecided > 0 && (
        <p className="problem">{words.undecided(counted(before.undecided, language))}</p>
      )}
      {isFinal && before.early && month.objections_until && (
        <Consent
          text={words.early(dayLabel(month.objections_until, language))}
          given={early}
          onGive={setEarly}
        />
      )}
      {isFinal && before.provisional && (
        <Consent text={words.notRipe} given={provisional} onGive={setProvisional} />
      )}
      {needs.day && <Field label={words.day} type="date" required min={today} value={day} onText={setDay} />}
      {needs.reason && (
        <Field label={words.reason} required maxLength={2000} value={reason} onText={setReason} />
      )}
      <WriteProblem
        error={error}
        say={({ problem }) => (problem === 'changed-meanwhile' ? words.meanwhile : null)}
      />
      <div className="form-buttons">
        <button type="submit" className="button main" disabled={busy || !isInOrder}>
          {words.steps[step]}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

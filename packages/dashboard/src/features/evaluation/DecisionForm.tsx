import {
  type CorrectedAnswer,
  correctedAnswers,
  type Objection,
  type ObjectionDecision,
  type ObjectionEffect,
  objectionEffects,
} from '@hotline-atlas/model';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useId, useState } from 'react';
import { useWrite } from '../../questions/useWrite.ts';
import { objectionListWords } from './words-life.ts';

type Corrected = CorrectedAnswer | '';

interface CorrectionProps {
  label: string;
  value: Corrected;
  onChoose: (value: Corrected) => void;
}

/** A corrected answer of the return visit. */
function Correction({ label, value, onChoose }: CorrectionProps) {
  const words = useWords(objectionListWords);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChoose(correctedAnswers.find((each) => each === target.value) ?? '')}
      >
        {(['', ...correctedAnswers] as const).map((each) => (
          <option key={each} value={each}>
            {words.answers[each]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Upholds or rejects an objection, and says why. */
export function DecisionForm({ objection, onDone }: { objection: Objection; onDone: () => void }) {
  const words = useWords(objectionListWords);
  const [decision, setDecision] = useState<'upheld' | 'rejected'>('upheld');
  const [effect, setEffect] = useState<ObjectionEffect>('excluded');
  const [resolved, setResolved] = useState<Corrected>('');
  const [satisfied, setSatisfied] = useState<Corrected>('');
  const [reason, setReason] = useState('');
  const { busy, error, run } = useWrite('evaluation');
  const corrects = decision === 'upheld' && effect === 'corrected';
  const isInOrder = reason.trim() !== '' && (!corrects || resolved !== '' || satisfied !== '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body: ObjectionDecision = {
      ...{ revision: objection.revision, decision, reason: reason.trim() },
      ...(decision === 'upheld' && { effect }),
      ...(corrects && { resolved: resolved || null, satisfied: satisfied || null }),
    };
    const path = `evaluation/objections/${encodeURIComponent(objection.id)}/decision`;
    if ((await run(path, { method: 'POST', body })) !== undefined) onDone();
  };
  return (
    <form className="form decision" onSubmit={submit} data-testid="decision-form">
      <Segmented
        label={words.decide}
        chosen={decision}
        onChoose={setDecision}
        options={[
          { name: 'upheld', label: words.uphold },
          { name: 'rejected', label: words.reject },
        ]}
      />
      {decision === 'upheld' && (
        <Segmented
          label={words.effect}
          chosen={effect}
          onChoose={setEffect}
          options={objectionEffects.map((name) => ({ name, label: words.effects[name] }))}
        />
      )}
      {corrects && (
        <div className="decision-answers">
          <Correction label={words.resolved} value={resolved} onChoose={setResolved} />
          <Correction label={words.satisfied} value={satisfied} onChoose={setSatisfied} />
        </div>
      )}
      <Field label={words.reason} required maxLength={2000} value={reason} onText={setReason} />
      <WriteProblem
        error={error}
        say={({ problem }) => (problem === 'changed-meanwhile' ? words.meanwhile : null)}
      />
      <div className="form-buttons">
        <button type="submit" className="button main" disabled={busy || !isInOrder}>
          {decision === 'upheld' ? words.uphold : words.reject}
        </button>
      </div>
    </form>
  );
}

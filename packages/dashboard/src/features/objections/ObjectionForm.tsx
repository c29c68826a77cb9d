import { type ObjectionContent, objectionReasons } from '@hotline-atlas/model';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useId, useState } from 'react';
import { useWrite } from '../../questions/useWrite.ts';
import { objectionWords } from './words.ts';

/** For whom an objection can be made: a unit in a group of the month. */
export interface ObjectionParty {
  group: string;
  unit: string;
  name: string;
}

export interface ObjectionFormProps {
  month: string;
  /** For whom it can be made; the first is suggested. */
  parties: readonly ObjectionParty[];
  /** The order it is about; empty where its number is typed. */
  order: string;
  onDone: (made: boolean) => void;
}

const longestText = 2000;

/** Writes an objection to what a month counts of an order. */
export function ObjectionForm({ month, parties, order, onDone }: ObjectionFormProps) {
  const words = useWords(objectionWords);
  const id = useId();
  const [number, setNumber] = useState(order);
  const [party, setParty] = useState(0);
  const [reason, setReason] = useState<ObjectionContent['reason']>('not_ours');
  const [text, setText] = useState('');
  const { busy, error, run } = useWrite('evaluation');
  const chosen = parties[party];
  const isInOrder = chosen !== undefined && number.trim() !== '' && text.trim() !== '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    const { group, unit } = chosen;
    const body: ObjectionContent = { month, group, unit, order: number.trim(), reason, text: text.trim() };
    if ((await run('evaluation/objections', { method: 'POST', body })) !== undefined) onDone(true);
  };
  return (
    <form className="form" onSubmit={submit} data-testid="objection-form">
      <Field
        label={words.order}
        value={number}
        required
        readOnly={order !== ''}
        autoFocus={order === ''}
        onText={setNumber}
      />
      <div className="field">
        <label htmlFor={`${id}-party`}>{words.unit}</label>
        <select id={`${id}-party`} value={party} onChange={({ target }) => setParty(Number(target.value))}>
          {parties.map(({ group, unit, name }, at) => (
            <option key={`${group} ${unit}`} value={at}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{words.reason}</label>
        <select
          id={`${id}-reason`}
          value={reason}
          onChange={({ target }) =>
            setReason(objectionReasons.find((each) => each === target.value) ?? 'other')
          }
        >
          {objectionReasons.map((each) => (
            <option key={each} value={each}>
              {words.reasons[each]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>{words.text}</label>
        <textarea
          id={`${id}-text`}
          required
          maxLength={longestText}
          value={text}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setText(target.value)}
        />
        <p id={`${id}-hint`} className="hint">
          {words.textHint}
        </p>
      </div>
      <WriteProblem
        error={error}
        say={({ problem }) => (problem === 'changed-meanwhile' ? words.meanwhile : null)}
      />
      <div className="form-buttons">
        <button type="submit" className="button main" disabled={busy || !isInOrder}>
          {words.send}
        </button>
        <button type="button" className="button" onClick={() => onDone(false)}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

import { type Annotation, type Clause, encodeClause, type Period, shift } from '@hotline-atlas/model';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useId, useState } from 'react';
import { clausesOf } from '../../address/crossfilter.ts';
import { useWrite } from '../../questions/useWrite.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { placeOf } from './noteTexts.ts';
import { annotationWords } from './words.ts';

/** The clauses of a place, as the wire has them. */
type Place = readonly string[];

const encoded = (clauses: readonly Clause[]): Place => clauses.map(encodeClause);

/** Places a note can concern: the areas chosen, and all that who asks may see. */
function placesFor({ state, person }: Screen, kept: Place | null): Place[] {
  const chosen = encoded(clausesOf(state.where, 'areas').filter(({ exclude }) => !exclude));
  const whole = encoded(person.scope?.clauses ?? []);
  const all = [...(kept ? [kept] : []), ...(chosen.length > 0 ? [chosen] : []), whole];
  return all.filter((place, at) => all.findIndex((each) => String(each) === String(place)) === at);
}

function useNote(note: Annotation | null, days: Period, places: readonly Place[]) {
  const [from, setFrom] = useState(note?.from ?? days.from);
  const [last, setLast] = useState(shift(note?.to ?? days.to, 'day', -1));
  const [place, setPlace] = useState(String(note?.where ?? places[0] ?? ''));
  const [text, setText] = useState(note?.text ?? '');
  return { from, setFrom, last, setLast, place, setPlace, text, setText };
}

export interface NoteFormProps {
  /** The note that is changed; null for a new one. */
  note: Annotation | null;
  days: Period;
  onDone: () => void;
}

/** Writes a note, or changes one. */
export function NoteForm({ note, days, onDone }: NoteFormProps) {
  const screen = useScreen();
  const words = useWords(annotationWords);
  const id = useId();
  const places = placesFor(screen, note?.where ?? null);
  const draft = useNote(note, days, places);
  const { busy, error, run } = useWrite('annotations');
  const isInOrder = draft.from !== '' && draft.last !== '' && draft.from <= draft.last;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = {
      from: draft.from,
      to: shift(draft.last, 'day', 1),
      where: places.find((place) => String(place) === draft.place) ?? [],
      text: draft.text.trim(),
    };
    const saved = note
      ? await run(`annotations/${encodeURIComponent(note.id)}`, {
          method: 'PUT',
          body: { ...body, revision: note.revision },
        })
      : await run('annotations', { method: 'POST', body });
    if (saved !== undefined) onDone();
  };
  return (
    <form className="form note-form" onSubmit={submit}>
      <h3>{note ? words.edit : words.add}</h3>
      <div className="field">
        <label htmlFor={`${id}-text`}>{words.text}</label>
        <textarea
          id={`${id}-text`}
          // biome-ignore lint/a11y/noAutofocus: it was asked for just now
          autoFocus
          required
          maxLength={1000}
          value={draft.text}
          onChange={(event) => draft.setText(event.target.value)}
        />
        <p className="hint">{words.textHint}</p>
      </div>
      <div className="note-days">
        <Field label={words.from} type="date" required value={draft.from} onText={draft.setFrom} />
        <Field label={words.to} type="date" required value={draft.last} onText={draft.setLast} />
        <div className="field">
          <label htmlFor={`${id}-place`}>{words.place}</label>
          <select
            id={`${id}-place`}
            value={draft.place}
            onChange={(event) => draft.setPlace(event.target.value)}
          >
            {places.map((place) => (
              <option key={String(place)} value={String(place)}>
                {placeOf({ where: [...place] }, screen)}
              </option>
            ))}
          </select>
        </div>
      </div>
      {!isInOrder && <p className="problem">{words.order}</p>}
      <WriteProblem error={error} say={({ status }) => (status === 409 ? words.meanwhile : null)} />
      <div className="form-buttons">
        <button type="submit" className="button main" disabled={busy || !isInOrder}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

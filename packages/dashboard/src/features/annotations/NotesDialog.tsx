import { type Annotation, inLanguage, type Period, shift } from '@hotline-atlas/model';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { useWrite } from '../../questions/useWrite.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { NoteForm } from './NoteForm.tsx';
import { daysOf, placeOf } from './noteTexts.ts';
import { annotationWords } from './words.ts';

/** Where a new note begins that no day was chosen for. */
const lastDayOf = ({ to }: Period): Period => ({ from: shift(to, 'day', -1), to });

interface NoteRowProps {
  note: Annotation;
  number: number;
  onEdit: () => void;
  onRemove: () => void;
}

function NoteRow({ note, number, onEdit, onRemove }: NoteRowProps) {
  const screen = useScreen();
  const words = useWords(annotationWords);
  return (
    <li>
      <span className="note-number" aria-hidden="true">
        {number}
      </span>
      <div>
        <p className="note-text">{note.text}</p>
        <p className="hint">
          {daysOf(note, screen.language)} · {placeOf(note, screen)} ·{' '}
          {note.mine ? words.byMe : words.by(note.author)}
        </p>
      </div>
      {note.mine && screen.person.may.has('annotate') && (
        <span className="quiet-row">
          <IconButton icon="edit" label={words.editNote(note.text)} onClick={onEdit} />
          <IconButton icon="remove" label={words.remove(note.text)} onClick={onRemove} />
        </span>
      )}
    </li>
  );
}

/** What the city pack says of the days: for everyone, and not to be changed here. */
function CityNotes({ here }: { here: Screen['meta']['annotations'] }) {
  const { language } = useScreen();
  const words = useWords(annotationWords);
  return (
    <section>
      <h3>
        {words.city} <small>{words.cityWhy}</small>
      </h3>
      <ul className="city-notes">
        {here.map(({ date, label }) => (
          <li key={date + label.en}>
            {inLanguage(label, language)} <small>{dayLabel(date, language)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Removes a note, and puts it back where that was not meant. */
function useRemoval() {
  const [removed, setRemoved] = useState<Annotation | null>(null);
  const { error, run } = useWrite('annotations');
  const path = ({ id }: Annotation) => `annotations/${encodeURIComponent(id)}`;
  return {
    removed,
    error,
    remove: async (note: Annotation) => {
      if ((await run(path(note), { method: 'DELETE' })) !== undefined) setRemoved(note);
    },
    restore: async (note: Annotation) => {
      const body = { revision: note.revision };
      if ((await run(`${path(note)}/restore`, { method: 'POST', body })) !== undefined) setRemoved(null);
    },
  };
}

export interface NotesDialogProps {
  notes: readonly Annotation[];
  days: Period;
  /** The days of a new note, where one is wanted. */
  wanted: Period | null;
  onClose: () => void;
}

/** The notes on the days of an axis: who wrote what; new ones, changes, and taking back. */
export function NotesDialog({ notes, days, wanted, onClose }: NotesDialogProps) {
  const words = useWords(annotationWords);
  const { person, meta } = useScreen();
  const ofCity = meta.annotations.filter(({ date }) => date >= days.from && date < days.to);
  const [edited, setEdited] = useState<Annotation | Period | null>(wanted);
  const { removed, error, remove, restore } = useRemoval();
  const note = edited && 'id' in edited ? edited : null;
  return (
    <Dialog title={words.title} onClose={onClose} testId="notes">
      {notes.length === 0 && !removed && (
        <p className="hint">{ofCity.length > 0 ? words.noneOwn : words.none}</p>
      )}
      {notes.length > 0 && (
        <ol className="notes">
          {notes.map((each, at) => (
            <NoteRow
              key={each.id}
              note={each}
              number={at + 1}
              onEdit={() => setEdited(each)}
              onRemove={() => remove(each)}
            />
          ))}
        </ol>
      )}
      <WriteProblem error={error} />
      <p className={removed ? 'hint' : 'hidden'} role="status">
        {removed && `${words.removed} `}
        {removed && (
          <button type="button" className="link" onClick={() => restore(removed)}>
            {words.undo}
          </button>
        )}
      </p>
      {ofCity.length > 0 && <CityNotes here={ofCity} />}
      {person.may.has('annotate') &&
        (edited ? (
          <NoteForm key={note?.id ?? 'new'} note={note} days={edited} onDone={() => setEdited(null)} />
        ) : (
          <div className="form-buttons">
            <button type="button" className="button" onClick={() => setEdited(lastDayOf(days))}>
              {words.add}
            </button>
          </div>
        ))}
    </Dialog>
  );
}

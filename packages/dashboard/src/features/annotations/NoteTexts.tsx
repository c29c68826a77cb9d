import type { Annotation, Period } from '@hotline-atlas/model';
import { overlaps } from './concerning.ts';

/** What was noted on the days of a point, for its tooltip. */
export function NoteTexts({ notes, days }: { notes: readonly Annotation[]; days: Period }) {
  return notes
    .filter((note) => overlaps(note, days))
    .map(({ id, text, author }) => (
      <span key={id} className="note-told">
        {text} <small>({author})</small>
      </span>
    ));
}

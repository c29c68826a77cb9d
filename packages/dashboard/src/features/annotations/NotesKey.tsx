import type { Annotation, Period } from '@hotline-atlas/model';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { overlaps } from './concerning.ts';
import { daysOf, placeOf } from './noteTexts.ts';
import { annotationWords } from './words.ts';

/** On paper: what the numbers on the axis stand for. */
export function NotesKey({ notes, days }: { notes: readonly Annotation[]; days: Period }) {
  const screen = useScreen();
  const words = useWords(annotationWords);
  const here = notes.filter((note) => overlaps(note, days));
  if (here.length === 0) return null;
  return (
    <ol className="notes-key" aria-label={words.own}>
      {here.map((note) => (
        <li key={note.id}>
          {daysOf(note, screen.language)} · {labelled(placeOf(note, screen), note.text, screen.language)}
        </li>
      ))}
    </ol>
  );
}

import type { Annotation, Period } from '@hotline-atlas/model';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { lazy, Suspense } from 'react';
import { overlaps } from './concerning.ts';
import { annotationWords } from './words.ts';
import './annotations.css';

const NotesDialog = lazy(() =>
  import('./NotesDialog.tsx').then((module) => ({ default: module.NotesDialog })),
);

/** What is open of the notes: nothing, their list, or a new one on some days. */
export type Noting = 'list' | Period | null;

export interface NotesButtonProps {
  /** Those that concern the axis. */
  notes: readonly Annotation[];
  /** The days of the axis. */
  days: Period;
  noting: Noting;
  onNoting: (noting: Noting) => void;
}

/** How many notes there are on an axis, and the way to them. */
export function NotesButton({ notes, days, noting, onNoting }: NotesButtonProps) {
  const words = useWords(annotationWords);
  const here = notes.filter((note) => overlaps(note, days));
  return (
    <>
      <button type="button" className="link notes-button" onClick={() => onNoting('list')}>
        <Icon name="note" /> {words.button(here.length)}
      </button>
      {noting && (
        <Suspense>
          <NotesDialog
            notes={here}
            days={days}
            wanted={noting === 'list' ? null : noting}
            onClose={() => onNoting(null)}
          />
        </Suspense>
      )}
    </>
  );
}

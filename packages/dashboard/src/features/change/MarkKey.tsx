import { changeMarks, changeMarkWords, inLanguage } from '@hotline-atlas/model';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from './Mark.tsx';
import type { Marks } from './useChange.ts';

/** What the marks beside the changes mean; only those that stand there. */
export function MarkKey({ marks }: { marks: Marks }) {
  const { language } = useScreen();
  const standing = new Set(marks.values());
  const shown = changeMarks.filter((mark) => standing.has(mark));
  if (shown.length === 0) return null;
  return (
    <span className="mark-key">
      {shown.map((mark) => (
        <span key={mark}>
          <Mark mark={mark} />{' '}
          <span aria-hidden="true">{inLanguage(changeMarkWords[mark].label, language)}</span>
        </span>
      ))}
    </span>
  );
}

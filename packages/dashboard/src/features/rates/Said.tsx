import type { Rates } from '@hotline-atlas/model';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import type { RateRow } from './rateRows.ts';
import { rateSentence } from './rateSentences.ts';
import { rateWords } from './words.ts';

const most = 3;

/** What is known of those chosen, each in a plain sentence, and the way to their appeals. */
export function Said({ answer, rows }: { answer: Rates; rows: readonly RateRow[] }) {
  const { language, label, change } = useScreen();
  const words = useWords(rateWords);
  if (rows.length === 0) return <p className="note screen-only">{words.choose}</p>;
  return (
    <div className="rate-said" aria-live="polite">
      {rows.slice(0, most).map((row) => (
        <p key={row.code}>
          <strong>{label(answer.meta.by, row.code)}</strong>
          {labelled('', rateSentence(row, answer, words, language), language)}
        </p>
      ))}
      {rows.length > most && (
        <p className="note">{words.shown(exact(most, language), exact(rows.length, language))}</p>
      )}
      <button
        type="button"
        className="link"
        onClick={() => change({ page: 'appeals', appeals: { cursor: '' } })}
      >
        {words.showAppeals}
      </button>
    </div>
  );
}

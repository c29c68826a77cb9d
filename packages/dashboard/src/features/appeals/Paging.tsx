import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import type { AppealPage } from './useAppeals.ts';
import { useTotal } from './useTotal.ts';
import { appealWords } from './words.ts';

/** The ways through a list of several pages. */
export function Paging({ page }: { page: AppealPage }) {
  const words = useWords(appealWords);
  const { state, change, language } = useScreen();
  const total = useTotal(page, language);
  const next = page.meta.next_cursor;
  if (!state.appeals.cursor && !next) return null;
  return (
    <>
      <p className="print-only note">{words.printed(exact(page.rows.length, language), total)}</p>
      <p className="paging">
        <button
          type="button"
          className="button"
          disabled={!state.appeals.cursor}
          onClick={() => change({ appeals: { cursor: '' } })}
        >
          {words.first}
        </button>
        <button
          type="button"
          className="button"
          disabled={!next}
          onClick={() => next && change({ appeals: { cursor: next } })}
        >
          {words.next}
        </button>
      </p>
    </>
  );
}

import type { Answer } from '@hotline-atlas/model';
import { metricIn } from '../api/table.ts';
import { periodLabel } from '../format/dates.ts';
import { useScreen } from '../state/screen.ts';

/** What the grey mark on a row is; nothing where no row has one. */
export function ComparatorKey({ answer }: { answer: Answer | undefined }) {
  const { language, messages } = useScreen();
  const compared = answer?.meta.compared_period;
  const column = answer && `${metricIn(answer)}_before`;
  if (!compared || !column || answer.rows.every((row) => typeof row[column] !== 'number')) return null;
  return (
    <>
      <i className="key-before" aria-hidden="true" /> {messages.rows.before(periodLabel(compared, language))}
    </>
  );
}

import type { Answer } from '@hotline-atlas/model';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { useScreen } from '../screen/screen.ts';
import { pairsTold } from './coverage.ts';

/** What the grey mark on a row is; nothing where no row has one. */
export function ComparatorKey({ answer }: { answer: Answer | undefined }) {
  const screen = useScreen();
  const { language, messages } = screen;
  const compared = answer?.meta.compared_period;
  const column = answer && `${metricIn(answer)}_before_paired`;
  if (!compared || !column || answer.rows.every((row) => typeof row[column] !== 'number')) return null;
  const pairs = pairsTold(answer.meta, screen);
  return (
    <>
      <i className="key-before" aria-hidden="true" />{' '}
      <span title={pairs ?? undefined}>
        {messages.comparison.greyMark(periodLabel(compared, language), pairs !== null)}
      </span>
    </>
  );
}

import { type Answer, inLanguage } from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { describeChoices, describeSelection } from '../screen/describe.ts';
import { useScreen } from '../screen/screen.ts';

/** Why there is nothing to see, and the way back. */
export function EmptyPanel({ answer, reason }: { answer: Answer; reason?: string | undefined }) {
  const screen = useScreen();
  const { messages, state, change, language } = screen;
  const filters = describeSelection(screen);
  const period = periodLabel(answer.meta.period, language);
  const because =
    filters.length > 0
      ? messages.panels.emptyBecause(filters.join(' · '), period)
      : messages.panels.emptyPeriod(period);
  const isFiltered = describeChoices(screen).length > 0 || state.span !== null;
  const { notice } = answer.meta;
  return (
    <div className="panel-message">
      <p>{reason ?? (notice ? inLanguage(notice, language) : because)}</p>
      {!reason && isFiltered && (
        <button
          type="button"
          className="button"
          onClick={() => change({ where: [], span: null, withoutRegimes: false })}
        >
          {messages.filters.clear}
        </button>
      )}
      {!reason && !isFiltered && state.period !== 'all' && (
        <button type="button" className="button" onClick={() => change({ period: 'all' })}>
          {messages.filters.presets.all}
        </button>
      )}
    </div>
  );
}

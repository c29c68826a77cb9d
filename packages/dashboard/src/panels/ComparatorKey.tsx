import { periodLabel } from '../format/dates.ts';
import { comparedPeriod } from '../state/period.ts';
import { useScreen } from '../state/screen.ts';

/** What the grey tick on a row is. */
export function ComparatorKey() {
  const { state, days, language } = useScreen();
  const compared = comparedPeriod(days, state.comparison);
  if (!compared) return null;
  return (
    <>
      <i className="key-before" aria-hidden="true" /> {periodLabel(compared, language)}
    </>
  );
}
